import { guessesOf } from '../crs/guesses.ts';
import { numberScale } from '../crs/number-scale.ts';
import { crsDefinition, isLocalDatum } from '../crs/registry.ts';
import type { ImportAnswers } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import { type BBox, bboxesMeet, type Ring } from '../geometry/shapes.ts';
import type { RawProject } from './formats/format.ts';
import { importNote } from './import-message.ts';
import { type KnownCrs, shiftParams } from './locate-rings.ts';

interface Told {
  readonly answers?: ImportAnswers | undefined;
  readonly regionExtent?: BBox | undefined;
}

/** What must be said about the place of a project, once its coordinate system is known. */
export function crsNotes(
  crs: KnownCrs,
  rings: readonly Ring[],
  raw: RawProject,
  { answers, regionExtent }: Told,
): Note[] {
  const notes: Note[] = [];
  const { epsg, reading, evidence } = crs;
  if (reading.swapped) notes.push(importNote('note-axes-swapped', 'warning', { epsg }));
  if (evidence.code === 'crs-by-header') {
    notes.push(importNote('note-no-prefix', 'info', evidence.params));
  }
  if (reading.addEastM !== 0) notes.push(importNote('note-prefix-changed', 'warning', { epsg }));
  notes.push(...correctionNotes(crs, raw, answers));
  if (regionExtent) notes.push(...regionNotes(crs, rings, raw, regionExtent));
  return notes;
}

function correctionNotes(crs: KnownCrs, raw: RawProject, answers?: ImportAnswers): Note[] {
  const { epsg, evidence, corrections } = crs;
  const { datumShift, internetMap } = corrections;
  if (internetMap) {
    const said = answers?.shiftSource;
    return [
      importNote('note-internet-map', 'warning', { map: internetMap }),
      ...(said ? [importNote('note-shift-source', 'info', { said })] : []),
    ];
  }
  if (datumShift) {
    return [importNote('note-datum-shift', 'warning', shiftParams(epsg, datumShift))];
  }
  const notes: Note[] = [];
  if (answers?.datumShift) notes.push(importNote('note-datum-shift-unused', 'warning', { epsg }));
  const isUnnamed = evidence.code === 'crs-by-degrees' && raw.hints.datum === null;
  if (epsg === 4326 || raw.hints.datum === 'wgs84' || isUnnamed) {
    notes.push(importNote('note-wgs84', 'info', {}));
    if (isShortOfDigits(raw)) notes.push(importNote('note-perhaps-internet-map', 'info', {}));
  }
  return notes;
}

/** Six decimals are what internet maps and phones write: a suspicion, never more. */
function isShortOfDigits({ parcels }: RawProject): boolean {
  let most = 0;
  for (const { rings } of parcels) {
    for (const { points } of rings) {
      for (const [, x, y] of points) most = Math.max(most, decimalsOf(x), decimalsOf(y));
    }
  }
  return most === 6;
}

const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** Outside the layers: by a slip of the zone, where another zone brings the project in, else elsewhere. */
function regionNotes(crs: KnownCrs, rings: readonly Ring[], raw: RawProject, region: BBox): Note[] {
  if (bboxesMeet(crs.bbox, region)) return [];
  const place = { lon: crs.bbox[0], lat: crs.bbox[1] };
  const other = otherZone(crs, rings, raw, region);
  if (other === null) return [importNote('note-outside-region', 'warning', place)];
  const { zone, centralMeridian: cm } = other;
  return [importNote('note-perhaps-zone', 'warning', { ...place, zone, cm, other: other.epsg })];
}

function otherZone(crs: KnownCrs, rings: readonly Ring[], raw: RawProject, region: BBox) {
  const own = crsDefinition(crs.epsg)!;
  if (own.kind !== 'gauss-krueger') return null;
  // The zone as if nobody had named it: by the digits alone, every zone of China is thinkable.
  const [x, y] = rings[0]![0]!;
  const scale = numberScale(x, y);
  const numbers = { scale: 'plain', swapped: scale.swapped } as const;
  const local = rings.map((ring) =>
    ring.map(([east, north]) => withoutZone(east, north, scale.swapped)),
  );
  const { datum } = own;
  const hints = { ...raw.hints, datum: isLocalDatum(datum) ? datum : ('cgcs2000' as const) };
  const unzoned = { ...hints, epsg: null, zone: null, centralMeridian: null, zoneWidth: null };
  const inside = guessesOf(local, numbers, unzoned, region, crs.corrections)
    .filter(({ bbox }) => bboxesMeet(bbox, region))
    .map(({ epsg }) => crsDefinition(epsg)!)
    .filter((each) => each.kind === 'gauss-krueger')
    .filter(({ centralMeridian }) => centralMeridian !== own.centralMeridian);
  return inside.length === 1 ? inside[0]! : null;
}

function withoutZone(x: number, y: number, swapped: boolean): readonly [number, number] {
  return swapped ? [x, y % 1_000_000] : [x % 1_000_000, y];
}
