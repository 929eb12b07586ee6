import { sha256Hex } from '../../bytes/sha256.ts';
import { coverageOf } from '../../check/coverage.ts';
import type { Reason } from '../../domain/facts.ts';
import { KIND_ORDER, type LayerKind } from '../../domain/kinds.ts';
import type { CheckReport, ReportLayer } from '../../domain/report.ts';
import type { LineAround, SheetAround, Surroundings } from '../../domain/surroundings.ts';
import { INNER_URBAN_ZONES, type InnerUrbanZone } from '../../domain/zones.ts';
import { boxInPolygons } from '../../geometry/box-in-polygons.ts';
import type { Clipper } from '../../geometry/clip.ts';
import { type BBox, concatFlat, type FlatPolygons, toNested } from '../../geometry/shapes.ts';
import { type FigureGround, figureGrounds } from '../../report/figure/plans.ts';
import { canonicalText } from '../canonical-text.ts';
import type { CatalogHandle } from '../run-check.ts';
import { wordsFor } from '../words.ts';
import { FeaturesNear } from './features-near.ts';
import { boxAsPolygon, cutToBox, forPaper, outerBox } from './for-paper.ts';

/** From this scale on neighbours grow together: an outline of each would be a carpet. */
const TOGETHER_FROM = 20_000;
/** More than this of one line in one figure is left out, and said. */
const MOST_POINTS = 20_000;

/**
 * The control lines in the extent of every figure of a report, from the very layers that it names: one
 * that was replaced since, or cannot be read, is said to be missing. The same report and layers give the
 * same document everywhere.
 *
 * @param grounds of these figures; the usual ones of the report otherwise
 * @returns null for a report without geometry, which has no figures
 */
export async function collectSurroundings(
  report: CheckReport,
  handle: CatalogHandle,
  clipper: Clipper,
  signal?: AbortSignal,
  grounds: readonly FigureGround[] = figureGrounds(report),
): Promise<Surroundings | null> {
  // lines around a redacted site would tell where it lies
  if (report.redaction || grounds.length === 0) return null;
  const kinds = linesOf(report, handle, signal);
  const sheets: SheetAround[] = [];
  for (const ground of grounds) {
    const box = outerBox(ground.box);
    const lines: LineAround[] = [];
    for (const kind of kinds) lines.push(await lineAround(kind, ground, box, clipper));
    sheets.push({ figure: ground.id, extent: [...box], lines });
  }
  const body = { schema: 'sanxian/surroundings@1' as const, report: report.digest, sheets };
  return { ...body, digest: surroundingsDigest(body) };
}

/** Over everything but itself. */
export function surroundingsDigest(surroundings: Omit<Surroundings, 'digest'>): string {
  const { digest: _, ...body } = surroundings as Surroundings;
  return `sha256:${sha256Hex(new TextEncoder().encode(canonicalText(body)))}`;
}

interface KindLayers {
  readonly kind: LayerKind;
  readonly layers: readonly AskedLayer[];
}

interface AskedLayer {
  readonly named: ReportLayer;
  readonly coverage: FlatPolygons | null;
  /** null where the catalog no longer holds this very layer. */
  readonly near: FeaturesNear | null;
}

/** Every control line of the report with its layers. */
function linesOf(
  report: CheckReport,
  { catalog, sources }: CatalogHandle,
  signal: AbortSignal | undefined,
): KindLayers[] {
  const kinds = new Set(report.lines.map(({ kind }) => kind));
  return KIND_ORDER.filter((kind) => kinds.has(kind)).map((kind) => ({
    kind,
    layers: report.layers
      .filter((layer) => layer.kind === kind)
      .map((named) => {
        const same = catalog.layers.filter(({ sha256 }) => sha256 === named.sha256);
        const entry = same.find(({ id }) => id === named.id) ?? same[0];
        const source = entry && sources.get(entry.id);
        if (!entry || !source) return { named, coverage: null, near: null };
        return { named, coverage: coverageOf(entry), near: new FeaturesNear(source, signal) };
      }),
  }));
}

async function lineAround(
  { kind, layers }: KindLayers,
  { scale }: FigureGround,
  box: BBox,
  clipper: Clipper,
): Promise<LineAround> {
  const shapes: FlatPolygons[] = [];
  const zoned = new Map<InnerUrbanZone, FlatPolygons[]>();
  const speaking: FlatPolygons[] = [];
  const silent: FlatPolygons[] = [];
  let reason: Reason | null = layers.length === 0 ? { code: 'not-loaded', params: {} } : null;
  let crowded = false;
  for (const { named, coverage, near } of layers) {
    const found = near === null ? { failure: changed(named) } : await near.within(box);
    if ('failure' in found) {
      reason ??= found.failure;
      if (coverage) silent.push(coverage);
      continue;
    }
    if (coverage) speaking.push(coverage);
    if ('crowded' in found) crowded = true;
    else {
      for (const { polygons, zone } of found.shapes) {
        const cut = cutToBox(polygons, box);
        shapes.push(...cut);
        if (zone !== null) zoned.set(zone, [...(zoned.get(zone) ?? []), ...cut]);
      }
    }
  }
  const isUrban = kind === 'urban-development-boundary';
  const asDrawn = (flats: readonly FlatPolygons[]) => {
    const together = (isUrban || scale >= TOGETHER_FROM) && flats.length > 1;
    return forPaper(together ? [clipper.union(flats)] : flats, scale);
  };
  const drawn = crowded ? null : asDrawn(shapes);
  const points = drawn?.coordinates.flat(2).length ?? 0;
  const isCrowded = crowded || points > MOST_POINTS;
  const uncovered = uncoveredIn(box, speaking, silent, scale, clipper);
  const isDrawn = !isCrowded && speaking.length > 0;
  const zones = INNER_URBAN_ZONES.flatMap((zone) => {
    const own = zoned.get(zone) ?? [];
    return own.length === 0 ? [] : [{ zone, geometry: asDrawn(own) }];
  });
  return {
    kind,
    layers: layers.map(({ named: { id, edition, sha256 } }) => ({ id, edition, sha256 })),
    geometry: isDrawn ? drawn : null,
    ...(isDrawn && zones.length > 0 && { zones }),
    crowded: isCrowded,
    uncovered,
    reason: reason && wordsFor(reason.code, reason.params),
  };
}

const changed = ({ id }: ReportLayer): Reason => ({
  code: 'layer-replaced',
  params: { layer: id },
});

/** The part of the box for which nobody speaks, nor anybody who failed vouches; null where there is none. */
function uncoveredIn(
  box: BBox,
  speaking: readonly FlatPolygons[],
  silent: readonly FlatPolygons[],
  scale: number,
  clipper: Clipper,
): LineAround['uncovered'] {
  const isCovered = speaking.some((flat) => boxInPolygons(box, toNested(flat)) === 'inside');
  if (isCovered && silent.length === 0) return null;
  const whole = boxAsPolygon(box);
  const cut = (flats: readonly FlatPolygons[]) => flats.flatMap((flat) => cutToBox(flat, box));
  const covered = cut(speaking);
  const free = covered.length === 0 ? whole : clipper.difference(whole, concatFlat(covered));
  const failed = cut(silent);
  const gaps = failed.length === 0 ? free : clipper.union([free, ...failed]);
  const drawn = forPaper([gaps], scale);
  return drawn.coordinates.length === 0 ? null : drawn;
}
