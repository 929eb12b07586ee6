import type { Facts } from '../domain/facts.ts';
import { roundM2 } from '../units/round.ts';
import type { SiteParcel } from './site.ts';

/**
 * The same facts as seen from one parcel: what the parcel does not reach is nothing to it, what the
 * site was not told nobody told the parcel either. Never milder than the site where it has a part.
 */
export function factsOfParcel(facts: Facts, parcel: Pick<SiteParcel, 'id' | 'areaM2'>): Facts {
  const within = (parcels: readonly string[]) => parcels.includes(parcel.id);
  return {
    ...facts,
    siteAreaM2: roundM2(parcel.areaM2),
    lines: facts.lines.map((line) => {
      const zones = line.zones.filter((zone) => within(zone.parcels));
      if (line.state !== 'overlap' && line.state !== 'below-threshold') return { ...line, zones };
      if (within(line.parcels)) return { ...line, zones };
      return {
        ...line,
        state: 'clear' as const,
        areaM2: 0,
        aboveThreshold: false,
        hits: 0,
        parcels: [],
        zones,
      };
    }),
    crosses: facts.crosses.map((cross) =>
      within(cross.parcels) ? cross : { ...cross, areaM2: 0, aboveThreshold: false, parcels: [] },
    ),
    contradictions: facts.contradictions.filter((found) => within(found.parcels)),
  };
}
