import type { NumberScale } from './number-scale.ts';
import { crsDefinition, type Datum, type GaussKrueger, zoneWidthOf } from './registry.ts';

/** What the file says about its coordinates; null where it says nothing. */
export interface CoordinateHints {
  readonly epsg: number | null;
  readonly datum: Datum | null;
  readonly zoneWidth: 3 | 6 | null;
  readonly zone: number | null;
  /** Degrees. */
  readonly centralMeridian: number | null;
}

export const NO_HINTS: CoordinateHints = {
  epsg: null,
  datum: null,
  zoneWidth: null,
  zone: null,
  centralMeridian: null,
};

export type EvidenceCode =
  | 'crs-by-degrees'
  | 'crs-by-prefix'
  | 'crs-by-header'
  | 'crs-by-declared'
  | 'crs-by-chosen'
  | 'crs-as-zone'
  | 'crs-falls-at'
  | 'crs-swapped'
  | 'crs-prefix-replaced'
  | 'crs-outside-region'
  | 'crs-contradiction'
  | 'crs-degrees-not-metres'
  | 'crs-metres-not-degrees'
  | 'crs-zone-contradiction'
  | 'crs-width-contradiction'
  | 'crs-datum-missing'
  | 'crs-zone-missing'
  | 'crs-zone-invalid'
  | 'err-crs-contradiction'
  | 'err-degrees-not-metres'
  | 'err-metres-not-degrees'
  | 'err-crs-unsupported'
  | 'err-coordinates-unrecognised'
  | 'err-local-grid'
  | 'err-web-mercator'
  | 'err-mixed-zones'
  | 'err-mixed-coordinates'
  | 'err-outside-china';

/** A reason or a refusal as a code and values; the words stand in `text/words/import.ts`. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** Evidence that names a zone and its meridian beside the easting. */
export function byZone(code: EvidenceCode, epsg: number, easting: number): Evidence {
  const { zone, centralMeridian } = crsDefinition(epsg) as GaussKrueger;
  return { code, params: { easting, zone, cm: centralMeridian } };
}

/** The zone that the file names, by number or by its central meridian. */
export function zoneHint(hints: CoordinateHints, numbers: NumberScale): number | null {
  if (hints.zone !== null) return hints.zone;
  if (hints.centralMeridian === null) return null;
  const width = hints.zoneWidth ?? (numbers.scale === 'prefixed' ? zoneWidthOf(numbers.zone) : 3);
  const zone = width === 6 ? (hints.centralMeridian + 3) / 6 : hints.centralMeridian / 3;
  return Number.isInteger(zone) ? zone : null;
}

export function widthOf(hints: CoordinateHints, zone: number): 3 | 6 {
  return hints.zoneWidth ?? zoneWidthOf(zone) ?? 3;
}
