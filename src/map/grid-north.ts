import { DEGREE, SECOND_ECCENTRICITY_2 } from '../geometry/cgcs2000.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Language } from '../text/text.ts';
import { MAP_WORDS } from '../text/words/map.ts';

/** A Gauss-Krüger zone as it is named on a plan. */
export interface GridZone {
  /** Degrees east. */
  readonly centralMeridian: number;
  readonly width: 3 | 6;
}

/**
 * Meridian convergence, degrees: the angle from true north to the north of the grid, clockwise. East of
 * the central meridian, in the northern hemisphere, it is positive.
 *
 * Series in the difference of longitude (Bomford, Geodesy; to the fifth power), good to 1e-7 degrees
 * within 3° of the central meridian.
 */
export function convergenceOf([lon, lat]: Position, { centralMeridian }: GridZone): number {
  const phi = lat * DEGREE;
  const dLon = (lon - centralMeridian) * DEGREE;
  const cos = Math.cos(phi);
  const tan2 = Math.tan(phi) ** 2;
  const eta2 = SECOND_ECCENTRICITY_2 * cos ** 2;
  const third = ((dLon * cos) ** 2 * (1 + 3 * eta2 + 2 * eta2 ** 2)) / 3;
  const fifth = ((dLon * cos) ** 4 * (2 - tan2)) / 15;
  return (dLon * Math.sin(phi) * (1 + third + fifth)) / DEGREE;
}

/** The 3° zone that a place lies in. */
function zoneAt([lon]: Position): GridZone {
  return { centralMeridian: 3 * Math.round(lon / 3), width: 3 };
}

/**
 * The map has true north up; this says where the north of the grid is. Without a zone, of the 3° zone
 * that the place lies in.
 */
export function northNote(place: Position, given: GridZone | null, language: Language): string {
  const zone = given ?? zoneAt(place);
  const degrees = convergenceOf(place, zone);
  const minutes = Math.round(Math.abs(degrees) * 60);
  const word = minutes === 0 ? 'northSame' : degrees > 0 ? 'northEast' : 'northWest';
  const angle = `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
  return MAP_WORDS[word][language]
    .replace('{angle}', angle)
    .replace('{meridian}', String(zone.centralMeridian))
    .replace('{width}', String(zone.width));
}
