import type { GivenRing, Parcel, Project } from '../../domain/project.ts';
import {
  type EditRing,
  givenVertex,
  isSameVertex,
  type Vertex,
} from '../../geometry/edit/vertex.ts';
import { type BBox, bboxOf, toNested } from '../../geometry/shapes.ts';
import { type DrawingFrame, isDrawable } from './drawing-frame.ts';

/** A parcel on the drawing board. Editing gives a new one; what is untouched is shared. */
export interface EditParcel {
  readonly id: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly rings: readonly EditRing[];
  /** The parcel as it came, while nothing of it has been changed. */
  readonly source: Parcel | null;
}

/** Whether the vertices of a project are what it stands on: not so where a map shift was taken off. */
export function isEditable(project: Project): boolean {
  const isWidened = project.parcels.some(({ widened }) => widened);
  return project.crs.shift === null && !isWidened && isDrawable(project.crs.epsg);
}

export function editParcels(project: Project, frame: DrawingFrame): readonly EditParcel[] {
  return project.parcels.map((parcel) => ({
    id: parcel.id,
    name: parcel.name,
    purpose: parcel.purpose,
    rings: givenRings(parcel, frame) ?? shapeRings(parcel, frame),
    source: parcel,
  }));
}

/** The same parcel with other rings: no longer the one that came. */
export function withRings(parcel: EditParcel, rings: readonly EditRing[]): EditParcel {
  return { ...parcel, rings, source: null };
}

/**
 * The rings as they were given. Null where they are not what the parcel covers: a line that was widened,
 * or coordinates that were corrected on the way.
 */
function givenRings({ given, polygons }: Parcel, frame: DrawingFrame): readonly EditRing[] | null {
  let rings: readonly EditRing[];
  try {
    rings = given.map(ringOfGiven);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
  if (rings.length === 0 || rings.some(({ vertices }) => vertices.length < 3)) return null;
  return sameBox(bboxOf(frame.shapeOf(rings)), bboxOf(polygons)) ? rings : null;
}

function ringOfGiven({ points }: GivenRing): EditRing {
  const vertices = points.map(([name, x, y]) => givenVertex(name, x, y));
  const last = vertices.at(-1);
  const isClosed = vertices.length > 1 && last && isSameVertex(vertices[0]!, last);
  return isClosed
    ? { vertices: vertices.slice(0, -1), closing: last.name }
    : { vertices, closing: null };
}

function shapeRings({ polygons }: Parcel, frame: DrawingFrame): readonly EditRing[] {
  return toNested(polygons)
    .flat()
    .map((ring) => ({
      vertices: ring.slice(0, -1).map((at): Vertex => frame.exactVertexAtLonLat(at)),
      closing: null,
    }));
}

/** 1e-7 degree: a centimetre. */
function sameBox(a: BBox, b: BBox): boolean {
  return a.every((value, i) => Math.abs(value - b[i]!) <= 1e-7);
}
