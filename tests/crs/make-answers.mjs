// Prints the committed answers of PROJ; see README.md beside this file.
import { execFileSync } from 'node:child_process';

const zones = [
  ...[4513, 4517, 4522, 4523, 4524, 4525, 4533].map((epsg) => [
    epsg,
    3 * (epsg - 4488),
    (epsg - 4488) * 1e6,
  ]),
  ...[4534, 4539, 4543, 4544, 4545, 4549, 4554].map((epsg) => [epsg, 3 * (epsg - 4509), 0]),
  ...[4491, 4492, 4495, 4496, 4497, 4499, 4501].map((epsg) => [
    epsg,
    6 * (epsg - 4478) - 3,
    (epsg - 4478) * 1e6,
  ]),
  ...[4502, 4505, 4507, 4508, 4510, 4512].map((epsg) => [epsg, 6 * (epsg - 4489) - 3, 0]),
];
const places = [
  [-0.9, 18.25],
  [1.4, 23.1],
  [0.000001, 30.5],
  [1.062104164, 37.434840917],
  [-1.7, 39.39],
  [2.66, 35.23],
  [-1.5, 53.5],
];
const answers = [];
for (const [epsg, cm] of zones) {
  const input = places.map(([d, lat]) => `${lat} ${cm + d}`).join('\n');
  const run = (from, to, text) =>
    execFileSync('cs2cs', ['-f', '%.12f', from, to], { input: text, encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
  // EPSG axis order: latitude, longitude; north, east.
  const metres = run('EPSG:4490', `EPSG:${epsg}`, input).map(([n, e]) => [
    Number(e.toFixed(3)),
    Number(n.toFixed(3)),
  ]);
  const degrees = run(`EPSG:${epsg}`, 'EPSG:4490', metres.map(([e, n]) => `${n} ${e}`).join('\n'));
  metres.forEach(([x, y], i) => {
    answers.push({ epsg, x, y, lon: degrees[i][1], lat: degrees[i][0] });
  });
}
console.log(`[\n${answers.map((answer) => `  ${JSON.stringify(answer)}`).join(',\n')}\n]`);
