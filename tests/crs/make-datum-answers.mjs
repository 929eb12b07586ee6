// Prints the committed answers of PROJ for datum shifts; see README.md beside this file.
import { execFileSync } from 'node:child_process';

/** Parameters of the size that is met in China; not those of any real network. */
const SHIFTS = {
  xian80: [-12.646, 23.571, 8.327, 0.241_5, -0.763_2, 1.284_7, -2.157],
  beijing54: [22.517, -121.834, -58.446, -1.392_6, 2.508_1, -3.871_4, 4.682],
};
const ELLIPSOIDS = { xian80: '+a=6378140 +rf=298.257', beijing54: '+ellps=krass' };
const cm = (width, zone) => (width === 3 ? 3 * zone : 6 * zone - 3);
const systems = [
  ...[2349, 2359, 2360, 2369].map((epsg) => [
    'xian80',
    epsg,
    cm(3, epsg - 2324),
    (epsg - 2324) * 1e6,
  ]),
  ...[2380, 2381].map((epsg) => ['xian80', epsg, cm(3, epsg - 2345), 0]),
  ...[2332, 2337].map((epsg) => ['xian80', epsg, cm(6, epsg - 2314), (epsg - 2314) * 1e6]),
  ['xian80', 2343, cm(6, 18), 0],
  ['xian80', 4610, null, 0],
  ...[2401, 2411, 2421].map((epsg) => ['beijing54', epsg, cm(3, epsg - 2376), (epsg - 2376) * 1e6]),
  ...[2432, 2433].map((epsg) => ['beijing54', epsg, cm(3, epsg - 2397), 0]),
  ['beijing54', 21418, cm(6, 18), 18e6],
  ['beijing54', 21458, cm(6, 18), 0],
  ['beijing54', 21478, cm(6, 18), 0],
  ['beijing54', 4214, null, 0],
];
const places = [
  [-1.4, 18.25],
  [0.000_001, 30.5],
  [1.062_104_164, 37.434_840_917],
  [-0.7, 39.39],
  [2.2, 35.23],
  [-1.5, 53.5],
];
const answers = systems.flatMap(([datum, epsg, meridian, zone]) => {
  const [x, y, z, rx, ry, rz, s] = SHIFTS[datum];
  const ellipsoid = ELLIPSOIDS[datum];
  const projection =
    meridian === null
      ? '+step +proj=unitconvert +xy_in=deg +xy_out=rad'
      : `+step +inv +proj=tmerc +lon_0=${meridian} +k=1 +x_0=${zone + 500000} ${ellipsoid}`;
  const pipeline =
    `+proj=pipeline ${projection} +step +proj=cart ${ellipsoid} ` +
    `+step +proj=helmert +x=${x} +y=${y} +z=${z} +rx=${rx} +ry=${ry} +rz=${rz} +s=${s} ` +
    '+convention=position_vector +step +inv +proj=cart +ellps=GRS80 ' +
    '+step +proj=unitconvert +xy_in=rad +xy_out=deg';
  const points = places.map(([d, lat]) =>
    meridian === null
      ? [105 + d, lat]
      : [zone + 500000 + Math.round(d * 9e7) / 1000, Math.round(lat * 111e6) / 1000],
  );
  const out = execFileSync('cct', ['-d', '12', '-z', '0', '-t', '0', ...pipeline.split(' ')], {
    // the last line counts only when it ends
    input: points.map(([px, py]) => `${px} ${py}\n`).join(''),
    encoding: 'utf8',
  });
  return out
    .trim()
    .split('\n')
    .map((line, i) => {
      const [lon, lat] = line.trim().split(/\s+/).map(Number);
      return { epsg, datum, x: points[i][0], y: points[i][1], lon, lat };
    });
});
const lines = answers.map((answer) => `    ${JSON.stringify(answer)}`).join(',\n');
console.log(`{\n  "shifts": ${JSON.stringify(SHIFTS)},\n  "points": [\n${lines}\n  ]\n}`);
