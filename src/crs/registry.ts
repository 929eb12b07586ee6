/**
 * The datums met on Chinese desks. CGCS2000 (and WGS 84, equal to it on a map) is computed as it is, the
 * local ones with seven parameters that somebody gives.
 */
export type Datum = 'cgcs2000' | 'wgs84' | 'xian80' | 'beijing54';
export type LocalDatum = 'xian80' | 'beijing54';

export interface Geographic {
  readonly kind: 'geographic';
  readonly epsg: number;
  readonly datum: Datum;
}

export interface GaussKrueger {
  readonly kind: 'gauss-krueger';
  readonly epsg: number;
  readonly datum: Datum;
  readonly zoneWidth: 3 | 6;
  readonly zone: number;
  /** Whether eastings carry the zone number in front: zone · 10⁶ + 500 000. */
  readonly prefixed: boolean;
  readonly centralMeridian: number;
  readonly falseEastingM: number;
}

export type CrsDefinition = Geographic | GaussKrueger;

/** Runs of EPSG codes, one code a zone: first code, first zone, last zone. */
const RUNS = [
  { datum: 'cgcs2000', width: 6, prefixed: true, code: 4491, from: 13, to: 23 },
  { datum: 'cgcs2000', width: 6, prefixed: false, code: 4502, from: 13, to: 23 },
  { datum: 'cgcs2000', width: 3, prefixed: true, code: 4513, from: 25, to: 45 },
  { datum: 'cgcs2000', width: 3, prefixed: false, code: 4534, from: 25, to: 45 },
  { datum: 'xian80', width: 6, prefixed: true, code: 2327, from: 13, to: 23 },
  { datum: 'xian80', width: 6, prefixed: false, code: 2338, from: 13, to: 23 },
  { datum: 'xian80', width: 3, prefixed: true, code: 2349, from: 25, to: 45 },
  { datum: 'xian80', width: 3, prefixed: false, code: 2370, from: 25, to: 45 },
  { datum: 'beijing54', width: 6, prefixed: true, code: 21413, from: 13, to: 23 },
  { datum: 'beijing54', width: 6, prefixed: false, code: 21453, from: 13, to: 23 },
  // Deprecated by EPSG in favour of 21453 to 21463, still met in files.
  { datum: 'beijing54', width: 6, prefixed: false, code: 21473, from: 13, to: 23 },
  { datum: 'beijing54', width: 3, prefixed: true, code: 2401, from: 25, to: 45 },
  { datum: 'beijing54', width: 3, prefixed: false, code: 2422, from: 25, to: 45 },
] as const;

const GEOGRAPHIC: Readonly<Record<number, Datum>> = {
  4490: 'cgcs2000',
  4326: 'wgs84',
  4610: 'xian80',
  4214: 'beijing54',
};

/** What an EPSG code stands for, or null when it is none of ours. */
export function crsDefinition(epsg: number): CrsDefinition | null {
  const geographic = GEOGRAPHIC[epsg];
  if (geographic) return { kind: 'geographic', epsg, datum: geographic };
  for (const { datum, width, prefixed, code, from, to } of RUNS) {
    const zone = epsg - code + from;
    if (zone < from || zone > to) continue;
    return {
      kind: 'gauss-krueger',
      epsg,
      datum,
      zoneWidth: width,
      zone,
      prefixed,
      centralMeridian: centralMeridian(width, zone),
      falseEastingM: (prefixed ? zone * 1_000_000 : 0) + 500_000,
    };
  }
  return null;
}

/** Whether coordinates in this system may be brought to CGCS2000 without local parameters. */
export function isComputable(definition: CrsDefinition): boolean {
  return !isLocalDatum(definition.datum);
}

export function isLocalDatum(datum: Datum | null): datum is LocalDatum {
  return datum === 'xian80' || datum === 'beijing54';
}

/** Code of a CGCS2000 zone, or null for a zone that does not exist in China. */
export function cgcs2000Epsg(zoneWidth: 3 | 6, zone: number, prefixed: boolean): number | null {
  return zoneEpsg('cgcs2000', zoneWidth, zone, prefixed);
}

/** Code of longitude and latitude in a datum. */
export function degreesEpsg(datum: Datum): number {
  return Number(Object.keys(GEOGRAPHIC).find((code) => GEOGRAPHIC[Number(code)] === datum));
}

/** Code of a zone in a datum, or null for a zone that does not exist in China. */
export function zoneEpsg(
  datum: Datum,
  zoneWidth: 3 | 6,
  zone: number,
  prefixed: boolean,
): number | null {
  const run = RUNS.find(
    (candidate) =>
      candidate.datum === datum &&
      candidate.width === zoneWidth &&
      candidate.prefixed === prefixed &&
      zone >= candidate.from &&
      zone <= candidate.to,
  );
  return run && Number.isInteger(zone) ? run.code + zone - run.from : null;
}

/** 3° zones: 3 · zone; 6° zones: 6 · zone − 3. */
export function centralMeridian(zoneWidth: 3 | 6, zone: number): number {
  return zoneWidth === 3 ? 3 * zone : 6 * zone - 3;
}

/** Zone widths by number: 25 to 45 are 3° zones, 13 to 23 are 6° zones of China. */
export function zoneWidthOf(zone: number): 3 | 6 | null {
  if (zone >= 25 && zone <= 45) return 3;
  if (zone >= 13 && zone <= 23) return 6;
  return null;
}
