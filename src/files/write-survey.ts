import { encodeGb18030 } from '../bytes/encode-gb18030.ts';
import { cgcs2000Epsg, crsDefinition, type GaussKrueger, isComputable } from '../crs/registry.ts';
import { transformOf } from '../crs/transform.ts';
import type { Parcel, Project } from '../domain/project.ts';
import { ellipsoidAreaM2 } from '../geometry/ellipsoid.ts';
import { nestRings } from '../geometry/nesting.ts';
import { planeArea } from '../geometry/plane-area.ts';
import {
  bboxOf,
  concatFlat,
  type Position,
  type Ring,
  toFlat,
  toNested,
} from '../geometry/shapes.ts';
import { M2_PER_HECTARE } from '../units/area.ts';
import { roundHalfUp } from '../units/round.ts';
import { canonicalRings } from './canonical-rings.ts';
import { mapSheets } from './map-sheets.ts';

export interface SurveyOptions {
  /** A Gauss-Krüger system of CGCS2000; by default the project's own, else its 3° zone with prefix. */
  readonly epsg?: number | undefined;
  readonly encoding?: 'utf-8' | 'gb18030' | undefined;
  readonly lineEnd?: '\r\n' | '\n' | undefined;
  /** 数据产生单位; the applicant of the project where it is not given. */
  readonly producer?: string | undefined;
  /** 数据产生日期, yyyy-mm-dd; left empty where it is not given. */
  readonly date?: string | undefined;
}

/** Of computed coordinates; the file's own digits are kept as they are. */
const DECIMALS = 3;
/** What a plane edge and the same edge straight in lon/lat may differ by, in area. */
const SAME_SHARE = 1e-4;

/** A project as 勘测定界界址点坐标交换格式; see `surveyText`. */
export function writeSurvey(project: Project, options: SurveyOptions = {}): Uint8Array {
  const text = surveyText(project, options);
  return options.encoding === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(text);
}

/**
 * The text of such a file: shells clockwise from their north-west corner, holes counter-clockwise, names
 * J1 to Jn through the parcel, every ring closed, sheet numbers found for every parcel. Points given in
 * the system that is written keep their digits.
 *
 * @throws RangeError for a system that is no Gauss-Krüger zone of CGCS2000
 */
export function surveyText(project: Project, options: SurveyOptions = {}): string {
  const zone = targetZone(project, options.epsg);
  const lines = [
    '[属性描述]',
    '格式版本号=1.01版本',
    `数据产生单位=${field(options.producer ?? project.applicant ?? '')}`,
    `数据产生日期=${options.date ?? ''}`,
    '坐标系=2000国家大地坐标系',
    `几度分带=${zone.zoneWidth}`,
    '投影类型=高斯克吕格',
    '计量单位=米',
    `带号=${zone.zone}`,
    `精度=${10 ** -DECIMALS}`,
    '转换参数=0,0,0,0,0,0,0',
    '[地块坐标]',
    ...project.parcels.flatMap((parcel) => parcelLines(parcel, project, zone)),
  ];
  const end = options.lineEnd ?? '\r\n';
  return lines.map((line) => line + end).join('');
}

function parcelLines(parcel: Parcel, project: Project, zone: GaussKrueger): string[] {
  const { rings, digits } = planeRings(parcel, project, zone);
  const areaM2 = parcel.declaredAreaM2 ?? planeArea(toFlat(nestRings(rings.map(closed)).polygons));
  const sheets = mapSheets(parcel.polygons)?.join('、') ?? '';
  const points: string[] = [];
  let number = 0;
  rings.forEach((ring, r) => {
    const first = number + 1;
    for (const at of ring) points.push(pointLine(++number, r, at, digits));
    points.push(pointLine(first, r, ring[0]!, digits));
  });
  const head = [
    String(points.length),
    hectares(areaM2),
    field(parcel.id),
    field(parcel.name),
    '面',
    sheets,
    field(parcel.purpose ?? ''),
    '',
    '@',
  ];
  return [head.join(','), ...points];
}

function pointLine(name: number, ring: number, at: Position, digits: Digits): string {
  const [east, north] = digits.get(keyOf(at)) ?? at.map(decimal);
  return `J${name},${ring + 1},${north},${east}`;
}

type Digits = ReadonlyMap<string, readonly [east: string, north: string]>;

/** Rings of a parcel in the plane of the file, and the digits its points were given with. */
function planeRings(
  parcel: Parcel,
  project: Project,
  zone: GaussKrueger,
): { rings: readonly Ring[]; digits: Digits } {
  const { fromLonLat } = transformOf(zone.epsg);
  const given = givenRings(parcel, project);
  if (given) {
    const isSame = project.crs.epsg === zone.epsg;
    const own = transformOf(project.crs.epsg);
    const placed = isSame
      ? given
      : given.map((ring) => ring.map((at) => rounded(fromLonLat(...own.toLonLat(...at)))));
    const rings = canonicalRings(placed);
    if (rings) return { rings, digits: isSame ? digitsOf(parcel) : new Map() };
  }
  const nested = toNested(parcel.polygons).flat();
  const rings = nested.map((ring) => ring.map((at) => rounded(fromLonLat(...at))));
  return { rings: canonicalRings(rings) ?? rings.map(opened), digits: new Map() };
}

/**
 * The rings as they were given, where they are the parcel: not those of a line that was widened, nor
 * coordinates of a datum or a map that were corrected on the way.
 */
function givenRings(parcel: Parcel, { crs }: Project): Ring[] | null {
  const definition = crsDefinition(crs.epsg);
  if (crs.shift !== null || !definition || !isComputable(definition)) return null;
  const rings = parcel.given.map(({ points }) =>
    points.map(([, x, y]): Position => [Number(x), Number(y)]),
  );
  const canonical = canonicalRings(rings);
  if (!canonical) return null;
  const { toLonLat } = transformOf(crs.epsg);
  const lonLat = canonical.map((ring) => closed(ring.map((at) => toLonLat(...at))));
  const area = ellipsoidAreaM2(toFlat(nestRings(lonLat).polygons));
  const wanted = ellipsoidAreaM2(parcel.polygons);
  return Math.abs(area - wanted) <= Math.max(1, wanted * SAME_SHARE) ? rings : null;
}

function digitsOf(parcel: Parcel): Digits {
  const digits = new Map<string, readonly [string, string]>();
  for (const { points } of parcel.given) {
    for (const [, x, y] of points) digits.set(keyOf([Number(x), Number(y)]), [x, y]);
  }
  return digits;
}

function targetZone({ crs, parcels }: Project, wanted: number | undefined): GaussKrueger {
  const own = crsDefinition(crs.epsg);
  const isOwn = own?.kind === 'gauss-krueger' && own.datum === 'cgcs2000';
  let epsg = wanted ?? (isOwn ? crs.epsg : null);
  if (epsg === null) {
    const [west, , east] = bboxOf(concatFlat(parcels.map(({ polygons }) => polygons)));
    epsg = cgcs2000Epsg(3, Math.round((west + east) / 2 / 3), true);
  }
  const zone = epsg === null ? null : crsDefinition(epsg);
  if (zone?.kind !== 'gauss-krueger' || zone.datum !== 'cgcs2000') {
    throw new RangeError(`EPSG:${epsg} is no Gauss-Krüger zone of CGCS2000`);
  }
  return zone;
}

/** A comma or an @ inside a field would end it. */
function field(text: string): string {
  return text.replace(/[,，]/g, '、').replace(/[@＠]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Four decimals as the format has them, six where four would lose square metres. */
function hectares(areaM2: number): string {
  const value = areaM2 / M2_PER_HECTARE;
  const four = roundHalfUp(value, 4);
  const isExact = Math.abs(four - value) * M2_PER_HECTARE < 0.5 && areaM2 >= 1000;
  return isExact ? four.toFixed(4) : roundHalfUp(value, 6).toFixed(6);
}

const decimal = (value: number): string => roundHalfUp(value, DECIMALS).toFixed(DECIMALS);
const rounded = ([x, y]: Position): Position => [
  roundHalfUp(x, DECIMALS),
  roundHalfUp(y, DECIMALS),
];
const keyOf = ([x, y]: Position): string => `${x} ${y}`;
const closed = (ring: Ring): Ring => [...ring, ring[0]!];
const opened = (ring: Ring): Ring => ring.slice(0, -1);
