import { importError } from '../import-message.ts';
import { BARE_PARCEL, type RawParcel, type RawRing, type RawShape } from './format.ts';
import { attributesOf, PROJECT_KEYS } from './survey-attributes.ts';
import { COORDINATES, type Section } from './survey-sections.ts';

type Point = readonly [name: string, x: string, y: string];
type Draft = Omit<RawParcel, 'rings'> & { readonly rings: { number: string; points: Point[] }[] };

/** Of a head of 14 fields, after the eight that every head has: 土地整治 and 占补平衡. */
const EXTRA_FIELDS = ['图斑类型', '地类', '改造前等别', '改造后等别', '备注'];
const USUAL_FIELDS = 8;

/**
 * Parcels of the 地块坐标 sections, in the order of the file; axes as the format says: X north, Y east.
 * What the sections before one say of the project stays with its parcels.
 */
export function readParcels(sections: readonly Section[]): RawParcel[] {
  const parcels: Draft[] = [];
  let project: Record<string, string> = {};
  for (const { name, lines } of sections) {
    if (name !== COORDINATES) {
      project = { ...project, ...projectAttributes(lines) };
      continue;
    }
    for (const { number, text } of lines) {
      const fields = text.split(/[,，\t]/).map((field) => field.trim());
      const parcel = parcels[parcels.length - 1];
      if (isHead(fields)) {
        parcels.push(readHead(fields, project));
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

function readHead(fields: readonly string[], project: Readonly<Record<string, string>>): Draft {
  const end = fields.findIndex((field) => plain(field) === '@');
  const said = end < 0 ? fields : fields.slice(0, end);
  const [points, area, id, name, graphic, sheets, purpose, landClass] = said;
  const shape = SHAPES[plain(graphic)] ?? 'area';
  return {
    ...BARE_PARCEL,
    id: id || null,
    name: name || null,
    // "1.0000公顷" is met too; the unit is found by comparison in any case.
    declaredArea: shape === 'area' ? numberOf(area?.replace(/[^\d.]+$/, '')) : null,
    declaredPoints: numberOf(points),
    purpose: purpose || null,
    shape,
    attributes: {
      ...project,
      ...filled({ 图幅号: sheets, 地块用途: purpose, 地类编码: landClass }),
      ...extraAttributes(said.slice(USUAL_FIELDS)),
    },
    rings: [],
  };
}

const SHAPES: Readonly<Record<string, RawShape>> = { 面: 'area', 线: 'line', 点: 'point' };

/** Five fields more have names of their own; of any other number only the place is known. */
function extraAttributes(extra: readonly string[]): Record<string, string> {
  const named = extra.length === EXTRA_FIELDS.length;
  const entries = extra.map((value, i) => [named ? EXTRA_FIELDS[i]! : `附加字段${i + 1}`, value]);
  return filled(Object.fromEntries(entries));
}

function projectAttributes(lines: Section['lines']): Record<string, string> {
  const said = attributesOf([{ name: '', lines }]);
  return filled(Object.fromEntries(PROJECT_KEYS.map((key) => [key, said.get(key)])));
}

function filled(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given) as Record<string, string>;
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
