import type { Facts } from '../domain/facts.ts';
import { roundM2 } from '../units/round.ts';
import type { SiteParcel } from './site.ts';

/**
 * The same facts as seen from one parcel: what the parcel does not reach is nothing to it, what the
 * site was not told nobody told the parcel either. Never milder than the site where it has a part. The
 * very facts of the site where nothing would differ, as for its only parcel.
 */
export function factsOfParcel(facts: Facts, parcel: Pick<SiteParcel, 'id' | 'areaM2'>): Facts {
  if (hasPartInAll(facts, parcel)) return facts;
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

/** Nothing would be taken away: as large as the site, and a part in all that was found. */
function hasPartInAll(facts: Facts, { id, areaM2 }: Pick<SiteParcel, 'id' | 'areaM2'>): boolean {
  const within = ({ parcels }: { readonly parcels: readonly string[] }) => parcels.includes(id);
  return (
    roundM2(areaM2) === facts.siteAreaM2 &&
    facts.lines.every(
      (line) =>
        line.zones.every(within) &&
        (within(line) || (line.state !== 'overlap' && line.state !== 'below-threshold')),
    ) &&
    facts.crosses.every(
      (cross) =>
        within(cross) ||
        (cross.areaM2 === 0 && !cross.aboveThreshold && cross.parcels.length === 0),
    ) &&
    facts.contradictions.every(within)
  );
}
