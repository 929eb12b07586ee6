import { edgeLengthM, metresPerDegree } from '../ellipsoid.ts';
import type { Position } from '../shapes.ts';

/** An edge as it is staked out: its length, and its bearing clockwise from north. */
export interface Edge {
  readonly lengthM: number;
  /** 0 to 360. In a plane from grid north, in degrees from true north, at the middle of the edge. */
  readonly bearingDeg: number;
}

const RADIANS = Math.PI / 180;

export function edgeInPlane(from: Position, to: Position): Edge {
  const east = to[0] - from[0];
  const north = to[1] - from[1];
  return { lengthM: Math.hypot(east, north), bearingDeg: bearingOf(east, north) };
}

export function nextInPlane(from: Position, { lengthM, bearingDeg }: Edge): Position {
  const angle = bearingDeg * RADIANS;
  return [from[0] + lengthM * Math.sin(angle), from[1] + lengthM * Math.cos(angle)];
}

/** Of the edge that is straight in lon/lat. */
export function edgeInDegrees(from: Position, to: Position): Edge {
  const metres = metresPerDegree((from[1] + to[1]) / 2);
  const bearingDeg = bearingOf((to[0] - from[0]) * metres.lon, (to[1] - from[1]) * metres.lat);
  return { lengthM: edgeLengthM(from[0], from[1], to[0], to[1]), bearingDeg };
}

/** Inverse of `edgeInDegrees`, to 0.1 mm for edges of up to 10 km. */
export function nextInDegrees(from: Position, { lengthM, bearingDeg }: Edge): Position {
  const angle = bearingDeg * RADIANS;
  let to: Position = from;
  let reach = lengthM;
  for (let pass = 0; pass < 8; pass++) {
    const metres = metresPerDegree((from[1] + to[1]) / 2);
    to = [
      from[0] + (reach * Math.sin(angle)) / metres.lon,
      from[1] + (reach * Math.cos(angle)) / metres.lat,
    ];
    const length = edgeLengthM(from[0], from[1], to[0], to[1]);
    if (length > 0) reach *= lengthM / length;
  }
  return to;
}

function bearingOf(east: number, north: number): number {
  const degrees = Math.atan2(east, north) / RADIANS;
  return degrees < 0 ? degrees + 360 : degrees;
}
