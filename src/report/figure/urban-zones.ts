import type { CheckReport } from '../../domain/report.ts';
import type { LineAround } from '../../domain/surroundings.ts';
import { INNER_URBAN_ZONES, type InnerUrbanZone } from '../../domain/zones.ts';
import type { MultiPolygon } from '../../geometry/shapes.ts';
import type { Language } from '../../text/text.ts';
import { FIGURE_WORDS } from '../../text/words/figure.ts';
import { type MapSymbol, zoneSymbol } from './symbols.ts';

export interface ZoneGround {
  readonly zone: InnerUrbanZone;
  readonly polygons: MultiPolygon;
}

export interface ZoneEntry {
  readonly symbol: MapSymbol;
  readonly title: string;
  readonly polygons: MultiPolygon;
}

const ZONE_TITLES = {
  flexible: FIGURE_WORDS.flexibleZone,
  'special-use': FIGURE_WORDS.specialUseZone,
  concentrated: FIGURE_WORDS.concentratedZone,
  unknown: FIGURE_WORDS.unknownZone,
} as const satisfies Record<InnerUrbanZone, unknown>;

/** Zones within the urban boundary: around the site, or of the report's own pieces without surroundings. */
export function urbanZones(report: CheckReport, line: LineAround | undefined): ZoneGround[] {
  if (line?.geometry) {
    return (line.zones ?? []).map(({ zone, geometry }) => ({
      zone,
      polygons: geometry.coordinates,
    }));
  }
  const pieces = report.layers
    .filter(({ kind }) => kind === 'urban-development-boundary')
    .flatMap(({ overlaps }) => overlaps)
    .filter(({ belowThreshold }) => !belowThreshold);
  return INNER_URBAN_ZONES.flatMap((zone) => {
    const polygons = pieces
      .filter((piece) => piece.zone === zone)
      .flatMap(({ geometry }) => geometry?.coordinates ?? []);
    return polygons.length > 0 ? [{ zone, polygons }] : [];
  });
}

/**
 * What is drawn and said of the zones that show. Those without a hatch share an entry, so that ground of
 * an unknown zone is never read as concentrated; where no zone is known, nothing is drawn of them.
 */
export function zoneEntries(shown: readonly ZoneGround[], lang: Language): ZoneEntry[] {
  if (shown.every(({ zone }) => zone === 'unknown')) return [];
  const entries = new Map<string, ZoneEntry>();
  const plain = shown.filter(({ zone }) => zoneSymbol(zone).hatch === null);
  const plainTitle = plain.map(({ zone }) => ZONE_TITLES[zone][lang]).join(' / ');
  for (const { zone, polygons } of shown) {
    const symbol = zoneSymbol(zone);
    const title = symbol.hatch === null ? plainTitle : ZONE_TITLES[zone][lang];
    const before = entries.get(title)?.polygons ?? [];
    entries.set(title, { symbol, title, polygons: [...before, ...polygons] });
  }
  return [...entries.values()];
}
