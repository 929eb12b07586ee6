import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { LiveLayers } from '../../src/app/drawing/live-layers.ts';
import { liveCheck } from '../../src/check/live-check.ts';
import { prepareCheckSite } from '../../src/check/site.ts';
import { fileSource } from '../../src/cli/file-source.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { type BBox, bboxOf, type FlatPolygons } from '../../src/geometry/shapes.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';

/** One frame of a drag: what the live check measures, lines and pieces, over the served layers. */
const FRAMES = 400;
const folder = resolve(process.env.BENCH_FOLDER ?? '.', '../../layers');
const { sources } = openCatalog(
  readFileSync(join(folder, 'catalog.json')),
  'catalog.json',
  (entry) => fileSource(join(folder, entry.file)),
  'size+header+index',
);
const clipper = await loadClipper();

/** A square of so many degrees whose one corner is dragged. */
function shapeAt(frame: number, size: number): FlatPolygons {
  const [x, y, d] = [106.02, 37.42, (frame % 50) * size * 0.005];
  const xy = [x - d, y + d, x + size, y, x + size, y + size, x, y + size, x - d, y + d];
  return {
    xy: Float64Array.from(xy),
    ringEnds: Uint32Array.of(5),
    polygonEnds: Uint32Array.of(1),
  };
}

for (const size of [0.004, 0.02, 0.06]) {
  const box: BBox = bboxOf(shapeAt(49, size * 1.1));
  const layers = new LiveLayers(sources.values(), () => {});
  layers.want(box);
  while (layers.around(box).some(({ failure }) => failure?.code === 'live-loading')) {
    await new Promise((next) => setTimeout(next, 20));
  }
  const times: number[] = [];
  let pieces = 0;
  for (let frame = 0; frame < FRAMES; frame++) {
    const start = performance.now();
    const site = prepareCheckSite(
      { parcels: [{ id: '1', polygons: shapeAt(frame, size) }] },
      clipper,
    );
    pieces = liveCheck(site, layers.around(site.bbox), clipper, 1).pieces.length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor(share * FRAMES)]!.toFixed(2);
  console.log(
    `live check, square of ${(size * 88).toFixed(1)} km, ${pieces} pieces: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`,
  );
}
console.log(
  `load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
); // prettier-ignore
