import type { Note } from '../../domain/note.ts';
import { importError } from '../import-message.ts';
import { BARE_PARCEL, type RawParcel, type RawRing, type RawShape } from './format.ts';
import { widthOf } from './width-field.ts';

/** A position as written: x and y. */
export type Written = readonly [x: string, y: string];

/** What one feature draws, its kinds told apart. */
export interface Shapes {
  /** Polygons, each the shell and its holes. */
  readonly polygons: (readonly (readonly Written[])[])[];
  readonly lines: (readonly Written[])[];
  readonly points: Written[];
}

export interface FeatureWords {
  readonly id: string | null;
  readonly name: string | null;
  readonly layer: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export function noShapes(): Shapes {
  return { polygons: [], lines: [], points: [] };
}

/** Parcels of one feature: its polygons are one, its lines one and its points one. */
export function shapeParcels(
  { polygons, lines, points }: Shapes,
  words: FeatureWords,
): { parcels: RawParcel[]; notes: Note[] } {
  const rings: Record<RawShape, RawRing[]> = {
    area: polygons
      .filter((polygon) => polygon.some((ring) => ring.length > 0))
      .flatMap((polygon) => polygon.map((ring, i) => ({ points: numbered(ring), hole: i > 0 }))),
    line: lines.map((line) => ({ points: numbered(line), hole: null })),
    point: points.map((point) => ({ points: numbered([point]), hole: null })),
  };
  const notes: Note[] = [];
  const parcels = (['area', 'line', 'point'] as const).flatMap((shape) => {
    const own = rings[shape].filter((ring) => ring.points.length > 0);
    if (own.length === 0) return [];
    const width = widthOf(shape, words.attributes);
    notes.push(...width.notes);
    return [{ ...parcelWords(words), shape, widthM: width.widthM, rings: renumbered(own) }];
  });
  return { parcels, notes };
}

function parcelWords({ id, name, layer, attributes }: FeatureWords): Omit<RawParcel, 'rings'> {
  const area = firstWord(attributes, ['地块面积', 'DKMJ', 'YDMJ']);
  const declared = area === null ? Number.NaN : Number(area);
  return {
    ...BARE_PARCEL,
    id: firstWord(attributes, ['地块编号', 'DKBH']) ?? id,
    name: firstWord(attributes, ['地块名称', 'DKMC', '名称']) ?? name,
    declaredArea: Number.isFinite(declared) ? declared : null,
    purpose: firstWord(attributes, ['地块用途', '用途', 'TDYT']),
    layer,
    attributes,
  };
}

/** What a file says of its project, by the attributes of its first feature. */
export function projectWords(attributes: Readonly<Record<string, string>>) {
  return {
    id: firstWord(attributes, ['项目编号', 'XMBH']),
    name: firstWord(attributes, ['项目名称', 'XMMC']),
    code: firstWord(attributes, ['项目代码', 'XMDM']),
    applicant: firstWord(attributes, ['建设单位', '用地单位', '申请单位', 'SQDW']),
  };
}

function firstWord(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[],
): string | null {
  for (const name of names) {
    const value = attributes[name];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

function numbered(positions: readonly Written[]): RawRing['points'] {
  return positions.map(([x, y]) => ['', x, y] as const);
}

/** J1, J2, ... through all rings of a parcel. */
function renumbered(rings: readonly RawRing[]): RawRing[] {
  let number = 0;
  return rings.map(({ points, hole }) => ({
    hole,
    points: points.map(([, x, y]) => [`J${++number}`, x, y] as const),
  }));
}

/** @throws UserError `err-position` for anything that is no decimal number */
export function checkedNumber(text: string): string {
  const plain = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return plain;
  throw importError('err-position', { value: text.slice(0, 40) });
}
