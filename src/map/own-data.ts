import type { CatalogLayer } from '../domain/catalog.ts';
import type { GeoJsonMultiPolygon } from '../domain/document.ts';
import type { Project } from '../domain/project.ts';
import { type MultiPolygon, type Position, toFlat, toNested } from '../geometry/shapes.ts';
import { labelAnchor } from '../tiles/label-anchor.ts';
import type { DrawnPiece } from './pieces.ts';

/** Given things as GeoJSON for the sources of `own-style.ts`. */
type Feature = GeoJSON.Feature;
type FeatureCollection = GeoJSON.FeatureCollection;
type GeoPosition = GeoJSON.Position;

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

function point(at: Position, properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties };
}

function area(polygons: MultiPolygon, properties: Feature['properties']): Feature {
  const coordinates = polygons as unknown as GeoPosition[][][];
  return { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties };
}

/** Parcels, their labels, and their vertices as given (not the ones added on the way). */
export function projectData(project: Project | null, parcelWord: string): FeatureCollection {
  const features: Feature[] = [];
  for (const { id, name, polygons } of project?.parcels ?? []) {
    const label = name === '' ? `${parcelWord}${id}` : name;
    const nested = toNested(polygons);
    features.push(area(nested, { what: 'parcel', id, label }));
    const at = labelAnchor(polygons);
    if (at) features.push(point(at, { what: 'label', id, label }));
    for (const corner of corners(nested)) features.push(point(corner, { what: 'vertex' }));
  }
  return collection(features);
}

/** Vertices at which a border turns; those in a straight row come from densifying. */
function corners(polygons: MultiPolygon): Position[] {
  const out: Position[] = [];
  for (const ring of polygons.flat()) {
    const open = ring.slice(0, -1);
    for (const [i, [x, y]] of open.entries()) {
      const [ax, ay] = open.at(i - 1)!;
      const [bx, by] = open[(i + 1) % open.length]!;
      const turn = (x - ax) * (by - y) - (y - ay) * (bx - x);
      const reach = Math.hypot(x - ax, y - ay) * Math.hypot(bx - x, by - y);
      if (Math.abs(turn) > 1e-3 * reach) out.push([x, y]);
    }
  }
  return out;
}

export function piecesData(pieces: readonly DrawnPiece[]): FeatureCollection {
  return collection(
    pieces.map(({ id, number, kind, geometry }) => ({
      type: 'Feature',
      geometry: geometry as Feature['geometry'],
      properties: { id, number, kind },
    })),
  );
}

/** Narrower pieces have their number outside, with a leader. */
const NARROW_PX = 16;
const ASIDE_PX = 16;

/** One number a piece, at its middle or beside it; `degreesPerPx` of longitude at the present zoom. */
export function badgesData(pieces: readonly DrawnPiece[], degreesPerPx: number): FeatureCollection {
  const features: Feature[] = [];
  for (const { id, number, areaM2, geometry } of pieces) {
    const polygons = geometry.coordinates as MultiPolygon;
    const at = labelAnchor(toFlat(polygons));
    if (!at) continue;
    const properties = { id, number, areaM2 };
    if (widthOf(polygons) >= NARROW_PX * degreesPerPx) {
      features.push(point(at, properties));
      continue;
    }
    const narrowing = Math.cos((at[1] * Math.PI) / 180);
    const aside: Position = [
      at[0] - ASIDE_PX * degreesPerPx,
      at[1] + ASIDE_PX * degreesPerPx * narrowing,
    ];
    const leader: GeoJSON.LineString = { type: 'LineString', coordinates: [[...at], [...aside]] };
    features.push({ type: 'Feature', geometry: leader, properties });
    features.push(point(aside, properties));
  }
  return collection(features);
}

/** Twice the area by the perimeter, in degrees of longitude: the width of a strip. */
function widthOf(polygons: MultiPolygon): number {
  let doubleArea = 0;
  let perimeter = 0;
  for (const ring of polygons.flatMap((polygon) => polygon.slice(0, 1))) {
    const stretch = 1 / Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[i + 1]!;
      doubleArea += (ax * by - bx * ay) * stretch;
      perimeter += Math.hypot(bx - ax, (by - ay) * stretch);
    }
  }
  return perimeter === 0 ? 0 : (2 * Math.abs(doubleArea)) / perimeter;
}

/** One answer to "which coordinate system is this?", drawn dashed with its number. */
export interface Ghost {
  /** Number in the list of answers, from 1. */
  readonly place: number;
  readonly outline: readonly Position[];
  readonly selected: boolean;
}

export function ghostsData(ghosts: readonly Ghost[]): FeatureCollection {
  return collection(
    ghosts.flatMap(({ place, outline, selected }) => {
      const shape: MultiPolygon = [[outline]];
      const at = labelAnchor(toFlat(shape)) ?? outline[0];
      return [
        area(toNested(toFlat(shape)), { what: 'outline', place, selected }),
        ...(at ? [point(at, { what: 'disc', place, selected })] : []),
      ];
    }),
  );
}

/** Everywhere that these layers are not complete, as far as the map goes. */
export function uncoveredData(layers: readonly CatalogLayer[]): FeatureCollection {
  return collection(layers.map(({ id, coverage }) => area(outsideOf(coverage), { layer: id })));
}

const WORLD: readonly Position[] = [
  [60, 10],
  [150, 10],
  [150, 60],
  [60, 60],
  [60, 10],
];

function outsideOf(coverage: CatalogLayer['coverage']): MultiPolygon {
  if (!coverage) return [[WORLD]];
  const polygons: GeoJsonMultiPolygon['coordinates'] =
    coverage.type === 'Polygon' ? [coverage.coordinates] : coverage.coordinates;
  const outers = polygons.map((polygon) => polygon[0] ?? []);
  const holes = polygons.flatMap((polygon) => polygon.slice(1));
  return [[WORLD, ...outers], ...holes.map((hole) => [hole])];
}

/** Whole degrees around the working area, so that an empty map is still a place. */
export function graticuleData(): FeatureCollection {
  const lines: GeoPosition[][] = [];
  for (let lon = 70; lon <= 140; lon++)
    lines.push([
      [lon, 15],
      [lon, 55],
    ]);
  for (let lat = 15; lat <= 55; lat++)
    lines.push([
      [70, lat],
      [140, lat],
    ]);
  return collection([
    { type: 'Feature', geometry: { type: 'MultiLineString', coordinates: lines }, properties: {} },
  ]);
}
