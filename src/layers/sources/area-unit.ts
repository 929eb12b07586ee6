import { M2_PER_HECTARE, M2_PER_MU } from '../../units/area.ts';

export const AREA_UNITS = { m2: 1, mu: M2_PER_MU, ha: M2_PER_HECTARE, km2: 1_000_000 } as const;
export type AreaUnit = keyof typeof AREA_UNITS;

export interface AreaUnitFinding {
  readonly unit: AreaUnit;
  /** What the column's name and title say; null where they say nothing. */
  readonly named: AreaUnit | null;
  /** What comparing with the measured areas says; null where it fits no unit. */
  readonly measured: AreaUnit | null;
}

/** Net areas are up to a third below the graphic ones; units are a factor of 15 or more apart. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 1.5;

/**
 * The unit of an area column. The areas decide where they fit a unit, in the middle of the sample;
 * elsewhere the column's name does, and a column that says nothing holds m².
 *
 * @param sample stated area and measured m² of some features
 */
export function findAreaUnit(
  column: string,
  title: string,
  sample: readonly (readonly [stated: number, measuredM2: number])[],
): AreaUnitFinding {
  const named = unitOfName(column, title);
  const ratios = sample
    .filter(([stated, measuredM2]) => stated > 0 && measuredM2 > 0)
    .map(([stated, measuredM2]) => stated / measuredM2)
    .sort((a, b) => a - b);
  const middle = ratios[Math.floor(ratios.length / 2)];
  const measured = middle === undefined ? null : unitOfRatio(middle);
  return { unit: measured ?? named ?? 'm2', named, measured };
}

function unitOfRatio(ratio: number): AreaUnit | null {
  const units = Object.keys(AREA_UNITS) as AreaUnit[];
  return (
    units.find((unit) => {
      const share = ratio * AREA_UNITS[unit];
      return share >= LEAST_SHARE && share <= MOST_SHARE;
    }) ?? null
  );
}

/** QYMJ of the survey and monitoring red-line schema is in km²; the planning schema's MJ in m². */
function unitOfName(column: string, title: string): AreaUnit | null {
  const text = `${column} ${title}`.normalize('NFKC').toUpperCase();
  if (/平方公里|平方千米|KM2|SQKM|PFGL/.test(text)) return 'km2';
  if (/公顷|HECTARE|_HA\b|\bHA\b/.test(text)) return 'ha';
  if (/平方米|SQM|_M2\b|\bM2\b/.test(text)) return 'm2';
  if (/亩/.test(text)) return 'mu';
  if (/^QYMJ\b/.test(text)) return 'km2';
  return /^(YJJBNT|JBNT|TB|CZKF)\w*MJ\b/.test(text) ? 'm2' : null;
}
