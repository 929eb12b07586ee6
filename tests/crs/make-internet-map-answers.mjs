// Prints what gcoord (npm, MIT) makes of lon/lat; see README.md beside this file.
import { createRequire } from 'node:module';

const gcoord = createRequire(`${process.cwd()}/`)('gcoord');
const places = [];
for (let lon = 74.3; lon < 135; lon += 5.13) {
  for (let lat = 18.7; lat < 53; lat += 6.29) places.push([lon, lat]);
}
places.push([105, 35], [104.999_999_9, 36], [106.062_104_164, 37.434_840_917]);
const round = ([lon, lat]) => [Number(lon.toFixed(12)), Number(lat.toFixed(12))];
const answers = places.map(round).map((wgs84) => ({
  wgs84,
  gcj02: round(gcoord.transform([...wgs84], gcoord.WGS84, gcoord.GCJ02)),
  bd09: round(gcoord.transform([...wgs84], gcoord.WGS84, gcoord.BD09)),
}));
console.log(`[\n${answers.map((answer) => `  ${JSON.stringify(answer)}`).join(',\n')}\n]`);
