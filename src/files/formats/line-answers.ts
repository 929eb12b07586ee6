import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import { importNote } from '../import-message.ts';
import type { RawParcel, RawRing } from './format.ts';

export interface Answered {
  readonly parcels: readonly RawParcel[];
  readonly notes: readonly Note[];
}

/**
 * Points and lines as a person wants them read. Beside areas or lines of their layer (`scope` layer) or
 * file, points without a width are labels and left out, with a note; asked to close lines, points that
 * stand alone are joined in the order of the file and every line becomes an area. Without an answer they
 * stay what they are, and opening asks.
 */
export function answerLines(
  given: readonly RawParcel[],
  answers: ImportAnswers,
  scope: 'file' | 'layer',
): Answered {
  const left = leaveOutPoints(given, answers, scope);
  if (answers.closeLines !== true) return left;
  const joined = joinPoints(left.parcels);
  const lines = joined.filter(({ shape }) => shape === 'line').length;
  if (lines === 0) return left;
  const parcels = joined.flatMap((parcel) =>
    parcel.shape === 'line' ? areasOf(parcel) : [parcel],
  );
  return {
    parcels,
    notes: [...left.notes, importNote('note-lines-closed', 'info', { count: lines })],
  };
}

function leaveOutPoints(
  parcels: readonly RawParcel[],
  { bufferM }: ImportAnswers,
  scope: 'file' | 'layer',
): Answered {
  const groupOf = ({ layer }: RawParcel): string => (scope === 'layer' ? (layer ?? '') : '');
  const drawn = new Set(parcels.filter(({ shape }) => shape !== 'point').map(groupOf));
  const isLabel = (parcel: RawParcel): boolean =>
    parcel.shape === 'point' && parcel.widthM === null && drawn.has(groupOf(parcel));
  const labels = parcels.filter(isLabel).length;
  // Whoever gives a radius means the points.
  if (labels === 0 || bufferM !== undefined) return { parcels, notes: [] };
  return {
    parcels: parcels.filter((parcel) => !isLabel(parcel)),
    notes: [importNote('note-points-left-out', 'warning', { count: labels })],
  };
}

/** Points of a layer, one after the other, as one line; a layer's other shapes stay. */
function joinPoints(parcels: readonly RawParcel[]): RawParcel[] {
  const lines = new Map<string, RawParcel>();
  const joined: RawParcel[] = [];
  for (const parcel of parcels) {
    if (parcel.shape !== 'point') {
      joined.push(parcel);
      continue;
    }
    const key = parcel.layer ?? '';
    const before = lines.get(key);
    const points = parcel.rings.flatMap(({ points }) =>
      points.map(([name, x, y]) => [parcel.name ?? name, x, y] as const),
    );
    const ring: RawRing = { points: [...(before?.rings[0]?.points ?? []), ...points], hole: null };
    const line: RawParcel = {
      ...(before ?? { ...parcel, id: null, name: parcel.layer, shape: 'line', attributes: {} }),
      rings: [ring],
    };
    if (before) joined[joined.indexOf(before)] = line;
    else joined.push(line);
    lines.set(key, line);
  }
  return joined;
}

/** A line with its ends joined; of several lines in one parcel each is an area of its own. */
function areasOf(parcel: RawParcel): RawParcel[] {
  const area = { ...parcel, shape: 'area', widthM: null } as const;
  if (parcel.rings.length < 2) return [area];
  return parcel.rings.map((ring, i) => ({
    ...area,
    id: parcel.id === null ? null : `${parcel.id}-${i + 1}`,
    rings: [ring],
  }));
}
