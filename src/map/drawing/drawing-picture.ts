import { type FlatPolygons, type Position, toNested } from '../../geometry/shapes.ts';

/** What lies on the drawing board, as the map shows it. lon/lat. */
export interface DrawingPicture {
  readonly parcels: readonly {
    readonly id: string;
    readonly polygons: FlatPolygons;
    readonly chosen: boolean;
  }[];
  /** The points set so far and the way to the pointer; `closing`: the edge that would close the ring. */
  readonly draft: { readonly path: readonly Position[]; readonly closing: boolean } | null;
  readonly vertices: readonly { readonly at: Position; readonly chosen: boolean }[];
  /** Middles of edges, where a vertex can be drawn out. */
  readonly middles: readonly Position[];
  /** The handle for turning. */
  readonly turn: Position | null;
  readonly snap: { readonly kind: 'vertex' | 'edge'; readonly at: Position } | null;
  /** Where the shape crosses itself. */
  readonly defects: readonly Position[];
  /** What is occupied of control lines at this moment. */
  readonly pieces: readonly FlatPolygons[];
}

type Feature = GeoJSON.Feature;

/** The picture as features for the source `drawing`, told apart by `what`. */
export function drawingData(picture: DrawingPicture | null): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: picture ? featuresOf(picture) : [] };
}

function featuresOf(picture: DrawingPicture): Feature[] {
  const { parcels, draft, vertices, middles, turn, snap, defects, pieces } = picture;
  return [
    ...pieces.map((polygons) => area(polygons, { what: 'piece' })),
    ...parcels.map(({ id, polygons, chosen }) => area(polygons, { what: 'parcel', id, chosen })),
    ...(draft ? draftFeatures(draft) : []),
    ...middles.map((at) => point(at, { what: 'middle' })),
    ...vertices.map(({ at, chosen }) => point(at, { what: 'vertex', chosen })),
    ...(turn ? [point(turn, { what: 'turn' })] : []),
    ...defects.map((at) => point(at, { what: 'defect' })),
    ...(snap ? [point(snap.at, { what: 'snap', kind: snap.kind })] : []),
  ];
}

function draftFeatures({ path, closing }: NonNullable<DrawingPicture['draft']>): Feature[] {
  const first = path[0];
  const last = path.at(-1);
  if (path.length < 2 || !first || !last) return [];
  const line = (coordinates: readonly Position[], what: string): Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: coordinates.map((at) => [...at]) },
    properties: { what },
  });
  const drawn = line(path, 'draft');
  return closing && path.length > 2 ? [drawn, line([last, first], 'closing')] : [drawn];
}

function area(polygons: FlatPolygons, properties: Feature['properties']): Feature {
  const coordinates = toNested(polygons) as unknown as GeoJSON.Position[][][];
  return { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties };
}

function point(at: Position, properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties };
}
