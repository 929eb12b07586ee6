import { crsDefinition, isComputable } from '../../crs/registry.ts';
import { type Transform, transformOf } from '../../crs/transform.ts';
import { densifyRing } from '../../geometry/densify.ts';
import {
  type Edge,
  edgeInDegrees,
  edgeInPlane,
  nextInDegrees,
  nextInPlane,
} from '../../geometry/edit/next-point.ts';
import type { Plane } from '../../geometry/edit/transform-rings.ts';
import {
  type EditRing,
  exactVertex,
  givenVertex,
  newVertex,
  positionsOf,
  type Vertex,
} from '../../geometry/edit/vertex.ts';
import { nestRings } from '../../geometry/nesting.ts';
import { type FlatPolygons, type Position, type Ring, toFlat } from '../../geometry/shapes.ts';
import { dropDuplicates } from '../../geometry/validity.ts';

/** Degrees as they are drawn: 0.1 mm. Metres: 1 mm, as surveys write them. */
const DECIMALS = { degrees: 9, metres: 3 } as const;
/** Digits of metres that give back 1e-9 degree exactly. */
const EXACT_METRE_DECIMALS = 6;
const NEAR = { degrees: 5e-9, metres: 5e-4 } as const;

/**
 * The coordinates a project is drawn and edited in: the system it was given in, CGCS2000 lon/lat for one
 * that begins on the map. Edges are straight in it, as in a file.
 */
export class DrawingFrame {
  readonly epsg: number;
  readonly geographic: boolean;
  /** Of new vertices. */
  readonly decimals: number;
  /** What is no further apart is one place, in the unit of the coordinates. */
  readonly near: number;
  readonly #transform: Transform;
  readonly #places = new WeakMap<Vertex, Position>();
  readonly #rings = new WeakMap<EditRing, Ring>();

  /** Throws a RangeError for a system that cannot be computed; see `isDrawable`. */
  constructor(epsg: number) {
    this.epsg = epsg;
    this.#transform = transformOf(epsg);
    this.geographic = this.#transform.geographic;
    const unit = this.geographic ? 'degrees' : 'metres';
    this.decimals = DECIMALS[unit];
    this.near = NEAR[unit];
  }

  /** A new vertex at a place of the map. */
  vertexAtLonLat([lon, lat]: Position): Vertex {
    return this.vertexAt(...this.#transform.fromLonLat(lon, lat));
  }

  /** A vertex on a vertex of another layer: its lon/lat is that one's, to the last bit or 1e-9 degree. */
  exactVertexAtLonLat([lon, lat]: Position): Vertex {
    if (this.geographic) return exactVertex(lon, lat);
    const [x, y] = this.#transform.fromLonLat(lon, lat);
    return newVertex(x, y, EXACT_METRE_DECIMALS);
  }

  /** A new vertex in the coordinates of the project. */
  readonly vertexAt = (x: number, y: number): Vertex => newVertex(x, y, this.decimals);

  /** A vertex in digits that a person typed. Throws a RangeError where they are no numbers. */
  typedVertex(x: string, y: string): Vertex {
    return givenVertex('', x, y);
  }

  toLonLat(vertex: Vertex): Position {
    const known = this.#places.get(vertex);
    if (known) return known;
    const place = this.#transform.toLonLat(vertex.x, vertex.y);
    this.#places.set(vertex, place);
    return place;
  }

  /** The closed course of a ring in lon/lat, plane edges densified; the same array for the same ring. */
  courseOf(ring: EditRing): Ring {
    if (this.geographic) return positionsOf(ring);
    const known = this.#rings.get(ring);
    if (known) return known;
    const course = this.pathOf(positionsOf(ring));
    this.#rings.set(ring, course);
    return course;
  }

  /** A line given in the project's coordinates as it runs in lon/lat. */
  pathOf(path: Ring): Ring {
    if (this.geographic) return path;
    return dropDuplicates(densifyRing(path).map(([x, y]) => this.#transform.toLonLat(x, y)));
  }

  /** What rings cover, in lon/lat: exactly what a check of them would look at. */
  shapeOf(rings: readonly EditRing[]): FlatPolygons {
    const courses = rings.map((ring) => this.courseOf(ring));
    return toFlat(courses.length === 1 ? [courses] : nestRings(courses).polygons);
  }

  edgeBetween(from: Vertex, to: Vertex): Edge {
    const [a, b]: readonly [Position, Position] = [
      [from.x, from.y],
      [to.x, to.y],
    ];
    return this.geographic ? edgeInDegrees(a, b) : edgeInPlane(a, b);
  }

  vertexAlong(from: Vertex, edge: Edge): Vertex {
    const start: Position = [from.x, from.y];
    return this.vertexAt(
      ...(this.geographic ? nextInDegrees(start, edge) : nextInPlane(start, edge)),
    );
  }

  /** The project's own plane; for degrees that of the 3° zone at a place. */
  planeAt([lon]: Position): Plane {
    if (!this.geographic) {
      return { toPlane: ({ x, y }) => [x, y], fromPlane: this.vertexAt };
    }
    const zone = Math.min(45, Math.max(25, Math.round(lon / 3)));
    const plane = transformOf(4534 + zone - 25);
    return {
      toPlane: ({ x, y }) => plane.fromLonLat(x, y),
      fromPlane: (x, y) => this.vertexAt(...plane.toLonLat(x, y)),
    };
  }
}

/** Whether a project in this system can be drawn in. */
export function isDrawable(epsg: number): boolean {
  const definition = crsDefinition(epsg);
  return definition !== null && isComputable(definition);
}
