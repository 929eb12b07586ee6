import type { CatalogLayer } from '../domain/catalog.ts';
import { KINDS } from '../domain/kinds.ts';
import type { BBox } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';
import { figure } from './figures.ts';
import '../text/words/later.ts';

/** One field of the catalog in words. */
export interface LayerFact {
  readonly field: keyof CatalogLayer;
  readonly term: string;
  readonly lines: readonly string[];
  /** Sums and file names: set in equal widths, and worth copying. */
  readonly isCode: boolean;
  /** Said in the tone of what is not looked at. */
  readonly isGap: boolean;
}

type Told = string | { readonly lines: readonly string[]; readonly isGap?: boolean };
type Say = (word: UiWord, params?: WordParams) => string;
type Teller = (entry: CatalogLayer, say: Say, language: Language) => Told;

const CODES: readonly (keyof CatalogLayer)[] = ['id', 'file', 'sha256', 'headSha256'];

/** Every field there is, in the order of the sheet: one that is forgotten is a type error. */
const TELLERS: Readonly<Record<keyof CatalogLayer, Teller>> = {
  title: ({ title }) => ({ lines: [title.zh, title.en] }),
  kind: ({ kind }, _say, language) => KINDS[kind].title[language],
  edition: ({ edition }) => edition,
  owner: ({ owner }) => owner,
  approval: ({ approval }, say) => approval ?? say('sheet.none'),
  security: ({ security }, say) => say(`security.${security}`),
  role: ({ role }, say) => say(`sheet.role.${role}`),
  required: ({ required }, say) => yesNo(required, say),
  coverage: ({ coverage }, say) => coverageWords(coverage, say),
  features: ({ features }) => figure(features, 0),
  extent: ({ extent }) => extentWords(extent),
  crs: ({ crs }) => crs,
  accuracyM: ({ accuracyM }) => `${accuracyM} m`,
  overlapsItself: ({ overlapsItself }, say) => yesNo(overlapsItself, say),
  fields: ({ fields }, say) => {
    const pairs = Object.entries(fields) as [keyof CatalogLayer['fields'], string][];
    const lines = pairs.map(([field, column]) => `${column} · ${say(`field.${field}`)}`);
    return { lines: lines.length > 0 ? lines : [say('sheet.none')] };
  },
  id: ({ id }) => id,
  file: ({ file }) => file,
  bytes: ({ bytes }, say) => say('sheet.bytes.value', { n: figure(bytes, 0) }),
  sha256: ({ sha256 }) => sha256,
  headSha256: ({ headSha256 }, say) => headSha256 ?? say('sheet.none'),
  names: ({ names }, say) => names?.file ?? say('sheet.names.none'),
  edgeIndex: ({ edgeIndex }, say) => edgeIndex?.file ?? say('sheet.none'),
  chunkSums: ({ chunkSums }, say) => chunkSums?.file ?? say('sheet.none'),
  lod: ({ lod }, say) => {
    const lines = lod.map(({ file, minzoom, maxzoom }) =>
      say('sheet.lod.value', { min: minzoom, max: maxzoom, file }),
    );
    return { lines: lines.length > 0 ? lines : [say('sheet.none')] };
  },
};

/** All that the catalog says of a layer. */
export function layerFacts(entry: CatalogLayer, language: Language): LayerFact[] {
  const own: Say = (word, params) => say(word, language, params);
  return (Object.keys(TELLERS) as (keyof CatalogLayer)[]).map((field) => {
    const told = TELLERS[field](entry, own, language);
    const { lines, isGap = false } = typeof told === 'string' ? { lines: [told] } : told;
    const isCode = CODES.includes(field) && entry[field] !== undefined;
    return { field, term: own(`sheet.${field}`), lines, isCode, isGap };
  });
}

function yesNo(value: boolean, say: Say): string {
  return say(value ? 'sheet.yes' : 'sheet.no');
}

/** West to east, south to north, in degrees. */
function extentWords([west, south, east, north]: BBox): string {
  const [w, s, e, n] = [west, south, east, north].map((side) => side.toFixed(5));
  return `${w}–${e}°E  ${s}–${n}°N`;
}

function coverageWords(coverage: CatalogLayer['coverage'], say: Say): Told {
  if (!coverage) return { lines: [say('sheet.coverage.none')], isGap: true };
  const polygons = coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates;
  const points = polygons.flat(2);
  const xs = points.map(([x]) => x!);
  const ys = points.map(([, y]) => y!);
  const extent = extentWords([
    xs.reduce((a, b) => Math.min(a, b)),
    ys.reduce((a, b) => Math.min(a, b)),
    xs.reduce((a, b) => Math.max(a, b)),
    ys.reduce((a, b) => Math.max(a, b)),
  ]);
  return say('sheet.coverage.value', { n: polygons.length, v: figure(points.length, 0), extent });
}
