// Prints what PROJ's copy of the EPSG register says of every code of ours; see README.md beside this file.
import { execFileSync } from 'node:child_process';

const run = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const codes = [
  4490,
  4326,
  4610,
  4214,
  ...run(4491, 4554),
  ...run(2327, 2390),
  ...run(2401, 2442),
  ...run(21413, 21423),
  ...run(21453, 21463),
  ...run(21473, 21483),
];
const answers = codes.map((epsg) => {
  const proj = execFileSync('projinfo', ['-q', '-o', 'PROJ', `EPSG:${epsg}`], { encoding: 'utf8' });
  const value = (key) => new RegExp(`\\+${key}=(\\S+)`).exec(proj)?.[1] ?? null;
  const number = (key) => (value(key) === null ? null : Number(value(key)));
  const ellipsoid = value('ellps') ?? value('datum');
  return { epsg, cm: number('lon_0'), falseEastingM: number('x_0'), ellipsoid };
});
console.log(`[\n${answers.map((answer) => `  ${JSON.stringify(answer)}`).join(',\n')}\n]`);
