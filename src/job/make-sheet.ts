import { coverageOf } from '../check/coverage.ts';
import { reasonOfFailure } from '../check/fault.ts';
import type { CatalogLayer } from '../domain/catalog.ts';
import type { LayerSource } from '../domain/layer-source.ts';
import { UserError } from '../domain/user-error.ts';
import { boxInPolygons } from '../geometry/box-in-polygons.ts';
import { type BBox, type FlatPolygons, type MultiPolygon, toNested } from '../geometry/shapes.ts';
import { needAssets, type ReportAssets } from '../report/assets.ts';
import {
  drawSheet,
  isDrawn,
  PAPERS,
  planSheet,
  type SheetLayer,
  type SheetRequest,
} from '../report/figure/layer-sheet.ts';
import { sheetPdf } from '../report/pdf/sheet-pdf.ts';
import { DOTS_PER_MM, pictureOf } from '../report/picture.ts';
import type { Language } from '../text/text.ts';
import { wordsFor } from './words.ts';

export const SHEET_FORMATS = ['pdf', 'png', 'svg'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A map of layers at a round scale, to be made. Plain data. */
export interface SheetJob extends SheetRequest {
  readonly format: SheetFormat;
  readonly lang: Language;
  readonly title: string;
  readonly grey: boolean;
  readonly synthetic: boolean;
  readonly site: MultiPolygon;
  readonly createdAt: string;
}

export interface MadeSheet {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly scale: number;
  /** Layers that are not drawn; the sheet names them. */
  readonly missing: readonly string[];
}

/** More cannot be told apart on paper, and no reader of SVG or PDF is pleased. */
const MOST_FEATURES = 40_000;

/**
 * Reads the shown control lines under the sheet from their files and draws them. A layer that cannot be read
 * is named on the sheet, never left blank in silence.
 *
 * @throws UserError `sheet-too-many`, `report-assets-missing`; an AbortError when aborted
 */
export async function makeSheet(
  job: SheetJob,
  sources: ReadonlyMap<string, LayerSource>,
  assets: ReportAssets | undefined,
  signal?: AbortSignal,
): Promise<MadeSheet> {
  const plan = planSheet(job);
  const wanted = job.layers.filter(isDrawn);
  const layers: SheetLayer[] = [];
  let count = 0;
  for (const entry of wanted) {
    const layer = await readLayer(entry, sources.get(entry.id), plan.ground, signal);
    if ('features' in layer) count += layer.features.length;
    if (count > MOST_FEATURES) throw new UserError('sheet-too-many', { count: MOST_FEATURES });
    layers.push(layer);
  }
  const uncovered = wanted.filter(
    (entry) => boxInPolygons(plan.ground, toNested(coverageOf(entry))) !== 'inside',
  );
  const svg = drawSheet(plan, layers, { ...job, uncovered });
  const { scale } = plan.sheet;
  const missing = layers.flatMap((layer) => ('why' in layer ? [layer.entry.id] : []));
  const file = await printed(job, svg, assets);
  return { ...file, fileName: `${fileTitle(job.title)}-1_${scale}.${job.format}`, scale, missing };
}

async function readLayer(
  entry: CatalogLayer,
  source: LayerSource | undefined,
  ground: BBox,
  signal: AbortSignal | undefined,
): Promise<SheetLayer> {
  try {
    if (!source) throw new UserError('layer-missing', { file: entry.file });
    await source.open(signal);
    const features: FlatPolygons[] = [];
    for await (const { polygons } of source.featuresIn(ground, signal)) {
      features.push(polygons);
      if (features.length > MOST_FEATURES) break;
    }
    return { entry, features };
  } catch (error) {
    const { code, params } = reasonOfFailure(error, entry.id);
    return { entry, why: wordsFor(code, params) };
  }
}

async function printed(
  { format, paper, title, lang, createdAt }: SheetJob,
  svg: string,
  assets: ReportAssets | undefined,
): Promise<Pick<MadeSheet, 'mediaType' | 'bytes'>> {
  const { widthMm, heightMm } = PAPERS[paper];
  switch (format) {
    case 'svg':
      return { mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
    case 'png': {
      const bytes = await pictureOf(svg, Math.round(widthMm * DOTS_PER_MM), needAssets(assets));
      return { mediaType: 'image/png', bytes };
    }
    case 'pdf': {
      const page = { svg, title, lang, widthMm, heightMm, createdAt };
      const bytes = await sheetPdf(page, needAssets(assets));
      return { mediaType: 'application/pdf', bytes };
    }
  }
}

function fileTitle(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file name may hold them
  return title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').trim() || 'map';
}
