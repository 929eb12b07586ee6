import type { Project } from '../../src/domain/project.ts';
import { bboxOf, type FlatPolygons, toFlat } from '../../src/geometry/shapes.ts';
import type { CatalogHandle } from '../../src/job/run-check.ts';
import { seeded } from '../overlay/seeded.ts';

/**
 * Projects of one to three parcels (5 to 24 vertices, 0.1 to 50 ha) beside features of randomly chosen
 * control layers, so that most of them hit something and some hit nothing.
 */
export async function seededProjects(
  { catalog, sources }: CatalogHandle,
  count: number,
  seed: number,
): Promise<Project[]> {
  const random = seeded(seed);
  const places: (readonly [number, number])[][] = [];
  for (const { id, kind, extent } of catalog.layers) {
    if (kind === 'administrative-area' || id.startsWith('base-')) continue;
    const source = sources.get(id)!;
    await source.open();
    const own: (readonly [number, number])[] = [];
    const [west, south, east, north] = extent as [number, number, number, number];
    for await (const { polygons } of source.featuresIn([west, south, east, north])) {
      const [w, s, e, n] = bboxOf(polygons);
      own.push([(w + e) / 2, (s + n) / 2], [polygons.xy[0]!, polygons.xy[1]!]);
    }
    places.push(own);
  }
  return Array.from({ length: count }, (_, i) => {
    const own = places[Math.floor(random() * places.length)]!;
    const [x, y] = own[Math.floor(random() * own.length)]!;
    const far = random() < 0.3 ? 0.05 : 0.003;
    const centre = [x + far * (random() - 0.5), y + far * (random() - 0.5)] as const;
    const radius = 0.0002 + 0.0045 * random() ** 2;
    const parcels = 1 + Math.floor(random() * 3);
    return projectOf(
      `seeded-${seed}-${i}`,
      Array.from({ length: parcels }, (_, k) =>
        toFlat([[blob(centre[0] + 2.2 * k * radius, centre[1], radius, random)]]),
      ),
    );
  });
}

/** A star-shaped ring about a centre; coordinates rounded to 1e-9 degrees as imports do. */
function blob(x: number, y: number, radius: number, random: () => number): [number, number][] {
  const corners = 5 + Math.floor(random() * 20);
  const ring = Array.from({ length: corners }, (_, k): [number, number] => {
    const angle = (2 * Math.PI * (k + 0.5 * random())) / corners;
    const r = radius * (0.6 + 0.4 * random());
    const round = (value: number) => Math.round(value * 1e9) / 1e9;
    return [round(x + r * Math.cos(angle)), round(y + 0.8 * r * Math.sin(angle))];
  });
  return [...ring, ring[0]!];
}

/** A project with no more to it than its parcels. */
export function projectOf(id: string, parcels: readonly FlatPolygons[]): Project {
  return {
    id,
    name: '测试项目',
    code: null,
    applicant: null,
    purpose: null,
    source: { file: 'seeded.geojson', sha256: '1'.repeat(64) },
    crs: { epsg: 4490, how: 'declared', detail: { zh: '声明', en: 'declared' }, shift: null },
    parcels: parcels.map((polygons, i) => ({
      id: String(i + 1),
      name: `地块${i + 1}`,
      polygons,
      planeAreaM2: null,
      declaredAreaM2: null,
      purpose: null,
      vertices: polygons.xy.length / 2 - polygons.ringEnds.length,
      given: [],
    })),
    claim: {},
    notes: [],
  };
}
