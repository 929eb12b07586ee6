import { readOrdinate } from '../../crs/ordinate-text.ts';
import { BARE_PARCEL, type RawParcel, type RawRing, type RawShape } from '../formats/format.ts';
import type { PointRow } from './point-rows.ts';
import type { Columns } from './table-columns.ts';

/** How the parcels of a table were told apart. */
export type Told = 'columns' | 'breaks' | 'names' | 'ring-numbers';

export interface PointParcels {
  readonly parcels: readonly RawParcel[];
  readonly told: readonly Told[];
  /** Rings that begin because the one before had come back to its first point. */
  readonly closings: number;
  /** Rows whose parcel or ring was taken from the row above: merged cells. */
  readonly filled: number;
}

interface Options {
  readonly sheet: string | null;
  /** Titles or a person say that the points are a boundary. */
  readonly closes: boolean;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly rings: { number: string; points: PointRow[] }[];
}

/**
 * Points in the order of the rows to parcels. Columns for parcel and ring decide where there are any.
 * Else a ring that has come back to its first point is complete, and what follows is another ring of the
 * parcel; a blank line, a title or a header begins another parcel unless an open ring plainly goes on.
 */
export function parcelsOfPoints(
  points: readonly PointRow[],
  columns: Columns,
  { sheet, closes }: Options,
): PointParcels {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const told = new Set<Told>();
  let filled = 0;
  let closings = 0;
  let at = { project: '', id: '', name: '', ring: '' };
  const projectColumns = columns.attributes.filter(({ name }) =>
    /^项目|^xm(bh|mc|dm)$/i.test(name),
  );
  const byColumns = columns.parcel !== null || columns.parcelName !== null;

  for (const point of points) {
    const given = {
      project: projectColumns.map(({ column }) => cellOf(point, column)).join('\u0000'),
      id: cellOf(point, columns.parcel),
      name: cellOf(point, columns.parcelName),
      ring: cellOf(point, columns.ring),
    };
    const isNamed = (key: keyof typeof given) => given[key].replaceAll('\u0000', '') !== '';
    const needed = (['id', 'name', 'ring'] as const).filter((key) => columnsFor(columns)[key]);
    if (groups.length > 0 && needed.some((key) => !isNamed(key))) filled++;
    const before = at;
    const project = isNamed('project') ? given.project : before.project;
    const id = given.id || (project === before.project ? before.id : '');
    const sameId = project === before.project && id === before.id;
    const name = given.name || (sameId ? before.name : '');
    const sameParcel = sameId && (name === before.name || columns.parcelName === null);
    at = { project, id, name, ring: given.ring || (sameParcel ? before.ring : '') };

    const last = groups.at(-1);
    const open = last?.rings.at(-1);
    const reason = last ? newParcel(point, at, before, last, columns, byColumns) : 'columns';
    if (!last || reason) {
      const key = [at.project, at.id, at.name].join('\u0001');
      const known = byColumns ? byKey.get(key) : undefined;
      if (last && reason) told.add(reason);
      const ring = { number: at.ring, points: [point] };
      if (known) known.rings.push(ring);
      else {
        const title = byColumns ? '' : (point.title ?? '');
        const group = { id: at.id, name: at.name || title, rings: [ring] };
        groups.push(group);
        byKey.set(key, group);
      }
    } else if (open && at.ring === open.number && !isClosed(open.points)) {
      open.points.push(point);
    } else {
      if (columns.ring === null) closings++;
      last.rings.push({ number: at.ring, points: [point] });
    }
  }
  const isEvident = closes || columns.boundary || columns.ring !== null || byColumns;
  const parcels = groups.map((group) => parcelOf(group, columns, sheet, isEvident));
  return { parcels, told: [...told], closings, filled };
}

function newParcel(
  point: PointRow,
  at: { project: string; id: string; name: string; ring: string },
  before: { project: string; id: string; name: string; ring: string },
  last: Group,
  columns: Columns,
  byColumns: boolean,
): Told | null {
  if (at.project !== before.project) return 'columns';
  if (byColumns) return at.id !== before.id || at.name !== before.name ? 'columns' : null;
  const ring = last.rings.at(-1)!;
  if (columns.ring !== null) {
    // ring 1 after ring 2 belongs to the next parcel
    return Number(at.ring) < Number(before.ring) ? 'ring-numbers' : null;
  }
  const first = ring.points[0]!;
  if (isClosed(ring.points)) return point.afterBreak ? 'breaks' : null;
  if (point.title !== null) return 'breaks';
  if (point.afterBreak && !followsOn(ring.points.at(-1)!, point)) return 'breaks';
  const isRestart = point.name !== '' && point.name === first.name && !samePlace(first, point);
  return isRestart ? 'names' : null;
}

/** J12 after J11: a page ended in the middle of a ring. */
function followsOn(before: PointRow, point: PointRow): boolean {
  const number = ({ name }: PointRow) => /\d+$/.exec(name.normalize('NFKC'))?.[0];
  const [a, b] = [number(before), number(point)];
  return a !== undefined && b !== undefined && Number(b) === Number(a) + 1;
}

function isClosed(points: readonly PointRow[]): boolean {
  return points.length > 3 && samePlace(points[0]!, points.at(-1)!);
}

function samePlace(a: PointRow, b: PointRow): boolean {
  return Number(a.x) === Number(b.x) && Number(a.y) === Number(b.y);
}

function parcelOf(
  group: Group,
  columns: Columns,
  sheet: string | null,
  isEvident: boolean,
): RawParcel {
  const rows = group.rings.flatMap(({ points }) => points);
  const first = (column: number | null): string =>
    rows.map((row) => cellOf(row, column)).find((cell) => cell !== '') ?? '';
  const number = (column: number | null): number | null => {
    const value = readOrdinate(first(column).replace(/[^\d.,]+$/, ''));
    return value === null ? null : Number(value.text);
  };
  const attributes = columns.attributes.flatMap(({ name, column }) => {
    const value = first(column);
    return value === '' ? [] : [[name, value] as const];
  });
  const shape = shapeOf(group, first(columns.graphic), isEvident);
  return {
    ...BARE_PARCEL,
    id: group.id || null,
    // a column called 地块 may hold numbers or names
    name: group.name || (/[\u4e00-\u9fff]/.test(group.id) ? group.id : null),
    rings: group.rings.map(
      ({ points }): RawRing => ({
        points: points.map(({ name, x, y }, i) => [name || `J${i + 1}`, x, y] as const),
        hole: null,
      }),
    ),
    declaredArea: shape === 'area' ? number(columns.area) : null,
    purpose: first(columns.purpose) || null,
    shape,
    widthM: number(columns.width),
    layer: sheet,
    attributes: Object.fromEntries(attributes),
  };
}

/** Points one after the other are an area only where that is evident; else somebody must say so. */
function shapeOf({ rings }: Group, graphic: string, isEvident: boolean): RawShape {
  if (/线/.test(graphic)) return 'line';
  if (/点/.test(graphic) || rings.every(({ points }) => points.length === 1)) return 'point';
  if (/面/.test(graphic) || isEvident) return 'area';
  return rings.every(({ points }) => isClosed(points)) ? 'area' : 'line';
}

function columnsFor({ parcel, parcelName, ring }: Columns) {
  return { id: parcel !== null, name: parcelName !== null, ring: ring !== null };
}

function cellOf(point: PointRow, column: number | null): string {
  return column === null ? '' : (point.cells[column] ?? '');
}
