import { importError } from '../import-message.ts';
import { BARE_PARCEL, type RawParcel, type RawRing } from './format.ts';
import type { Section } from './survey-sections.ts';

type Point = readonly [name: string, x: string, y: string];
type Draft = Omit<RawParcel, 'rings'> & { readonly rings: { number: string; points: Point[] }[] };

/** Parcels of the 地块坐标 sections, in the order of the file; axes as the format says: X north, Y east. */
export function readParcels(sections: readonly Section[]): RawParcel[] {
  const parcels: Draft[] = [];
  for (const { lines } of sections) {
    for (const { number, text } of lines) {
      const fields = text.split(/[,，\t]/).map((field) => field.trim());
      const parcel = parcels[parcels.length - 1];
      if (isHead(fields)) {
        parcels.push(readHead(fields));
      } else {
        const point = readPoint(fields);
        if (!point || !parcel)
          throw importError('err-survey-line', { line: number, text: brief(text) });
        addPoint(parcel, point.ring, point.point);
      }
    }
  }
  return parcels.map((parcel) => ({
    ...parcel,
    rings: parcel.rings.map(({ points }): RawRing => ({ points, hole: null })),
  }));
}

/** 界址点数,地块面积,地块编号,地块名称,图形属性,图幅号,地块用途,地类编码[,...],@ */
function isHead(fields: readonly string[]): boolean {
  const last = fields.findLast((field) => field !== '');
  return plain(last) === '@' || (fields.length >= 8 && /^[面线点]$/.test(fields[4]!));
}

function readHead(fields: readonly string[]): Draft {
  const [points, area, id, name, graphic, , purpose] = fields;
  if (/^[线点]$/.test(graphic ?? '')) {
    throw importError('err-needs-buffer', { kind: graphic === '线' ? 'line' : 'point', count: 1 });
  }
  const end = purpose === undefined || plain(purpose) === '@';
  return {
    ...BARE_PARCEL,
    id: id || null,
    name: name || null,
    // "1.0000公顷" is met too; the unit is found by comparison in any case.
    declaredArea: numberOf(area?.replace(/[^\d.]+$/, '')),
    declaredPoints: numberOf(points),
    purpose: end ? null : purpose || null,
    rings: [],
  };
}

/** 点号,圈号,X,Y: four fields, numbers in full or half width; anything after them is a remark. */
function readPoint(fields: readonly string[]): { ring: string; point: Point } | null {
  const parts = fields.length === 1 ? fields[0]!.split(/\s+/) : fields;
  const [name, ring, north, east] = parts;
  if (name === undefined || ring === undefined) return null;
  if (numberOf(north) === null || numberOf(east) === null) return null;
  return { ring: plain(ring), point: [name, plain(east), plain(north)] };
}

/**
 * A new ring starts where the ring number changes, and also where a ring has come back to its first
 * point and goes on: some writers number every ring 1.
 */
function addPoint(parcel: Draft, number: string, point: Point): void {
  const ring = parcel.rings[parcel.rings.length - 1];
  const isOpen = ring?.number === number && !isComplete(ring.points);
  if (ring && isOpen) ring.points.push(point);
  else parcel.rings.push({ number, points: [point] });
}

function isComplete(points: readonly Point[]): boolean {
  const first = points[0]!;
  const last = points[points.length - 1]!;
  return (
    points.length > 3 &&
    Number(first[1]) === Number(last[1]) &&
    Number(first[2]) === Number(last[2])
  );
}

function numberOf(text: string | undefined): number | null {
  const value = plain(text);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return null;
  return Number(value);
}

/** Half width, without white space: "４１４５３００．０００" becomes "4145300.000". */
function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s/g, '');
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
