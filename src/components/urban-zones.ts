import { URBAN_ZONES, type UrbanZone } from '../domain/zones.ts';
import { toHectares } from '../units/area.ts';
import { levelToTotal } from '../units/level.ts';
import { roundHalfUp } from '../units/round.ts';

export interface ZoneRow {
  readonly zone: UrbanZone;
  readonly hectares: number;
  /** Percent of the site. */
  readonly share: number;
}

/** Zones with an area, levelled so that hectares and percents add up to the site and to 100. */
export function levelledZones(
  line: { readonly zones: readonly { readonly id: string; readonly areaM2: number }[] },
  siteM2: number,
): ZoneRow[] {
  const zones = URBAN_ZONES.map((zone) => ({
    zone,
    areaM2: line.zones.find(({ id }) => id === zone)?.areaM2 ?? 0,
  })).filter(({ areaM2 }) => areaM2 > 0);
  if (zones.length === 0 || siteM2 <= 0) return [];
  const hectares = levelToTotal(
    zones.map(({ areaM2 }) => toHectares(areaM2)),
    4,
    roundHalfUp(toHectares(siteM2), 4),
  );
  const shares = levelToTotal(
    zones.map(({ areaM2 }) => (areaM2 / siteM2) * 100),
    2,
    100,
  );
  return zones.map(({ zone }, row) => ({ zone, hectares: hectares[row]!, share: shares[row]! }));
}
