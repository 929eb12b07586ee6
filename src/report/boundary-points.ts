import type { CheckReport } from '../domain/report.ts';
import type { Position } from '../geometry/shapes.ts';
import { isPlanar, type Plane, planeOfSite } from './plane.ts';

export interface BoundaryPoint {
  readonly name: string;
  readonly lonLat: Position;
  /** [east with zone prefix, north], m */
  readonly plane: Position;
}

export interface BoundaryRing {
  readonly parcel: string;
  /** 1 for the first ring of the parcel, counted through. */
  readonly ring: number;
  readonly points: readonly BoundaryPoint[];
}

/**
 * Boundary points of all parcels, J1...Jn through each parcel. Where the site was given in a plane, its
 * edges carry extra points set before projecting; those lie within 2 mm of the line between their
 * neighbours and are left out.
 */
export function boundaryPoints(report: CheckReport): readonly BoundaryRing[] {
  const plane = planeOfSite(report.project.crs.epsg, report.project.bbox);
  const densified = isPlanar(report.project.crs.epsg);
  return report.project.parcels.flatMap((parcel) => {
    let named = 0;
    const rings = (parcel.geometry?.coordinates ?? []).flat();
    return rings.map((positions, i) => {
      const open = positions.slice(0, -1).map((lonLat) => place(lonLat, plane));
      const kept = densified ? withoutCollinear(open) : open;
      const points = kept.map((point) => ({ name: `J${++named}`, ...point }));
      return { parcel: parcel.id, ring: i + 1, points };
    });
  });
}

type Placed = Omit<BoundaryPoint, 'name'>;

function place(lonLat: Position, plane: Plane): Placed {
  return { lonLat, plane: plane.toPlane(lonLat) };
}

const IN_LINE_M = 0.002;

function withoutCollinear(points: readonly Placed[]): readonly Placed[] {
  const kept: Placed[] = [];
  points.forEach((point, i) => {
    const before = kept[kept.length - 1] ?? points[points.length - 1]!;
    const after = points[(i + 1) % points.length]!;
    if (distanceToSegment(point.plane, before.plane, after.plane) > IN_LINE_M) kept.push(point);
  });
  return kept.length >= 3 ? kept : points;
}

function distanceToSegment(p: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}
