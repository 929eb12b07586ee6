// node data/samples/make-drawing-samples.mjs: the DXF, KML, KMZ, GPX, TopoJSON and WKT samples, from
// 示例项目.txt (metres, zone 35) and 示例项目.geojson (degrees). Needs iconv and zip.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = import.meta.dirname;
const path = (name) => join(folder, name);
const NAME = '示例项目';

/** Rings of both parcels as [east, north], as written: the first has a hole. */
const metres = [[], []];
let parcel = -1;
for (const line of readFileSync(path(`${NAME}.txt`), 'utf8').split(/\r\n|\n|\r/)) {
  if (line.endsWith('@')) parcel++;
  const point = /^J\d+,(\d),([\d.]+),([\d.]+)$/.exec(line);
  if (!point) continue;
  const rings = metres[parcel];
  const ring = Number(point[1]) - 1;
  rings[ring] ??= [];
  rings[ring].push([point[3], point[2]]);
}
const { features } = JSON.parse(readFileSync(path(`${NAME}.geojson`), 'utf8'));

writeDxf();
writeKml();
writeGpx();
writeTopojson();
writeWkt();

/** As a CAD program on Chinese Windows saves AutoCAD 2000 text: GBK, metres under a template in mm. */
function writeDxf() {
  const groups = [];
  const add = (...list) => groups.push(...list);
  const section = (name, body) => {
    add(0, 'SECTION', 2, name);
    body();
    add(0, 'ENDSEC');
  };
  const polyline = (layer, points, flags) => {
    add(0, 'LWPOLYLINE', 100, 'AcDbEntity', 8, layer, 100, 'AcDbPolyline');
    add(90, points.length, 70, flags, 43, '0.0');
    for (const [x, y] of points) add(10, x, 20, y);
  };
  section('HEADER', () => {
    add(9, '$ACADVER', 1, 'AC1015', 9, '$DWGCODEPAGE', 3, 'ANSI_936', 9, '$INSUNITS', 70, 4);
  });
  section('TABLES', () => {
    add(0, 'TABLE', 2, 'LAYER', 70, 3);
    for (const [name, flags, color] of [
      ['0', 0, 7],
      ['用地红线', 0, 1],
      ['道路', 1, 8],
    ]) {
      add(0, 'LAYER', 100, 'AcDbSymbolTableRecord', 100, 'AcDbLayerTableRecord');
      add(2, name, 70, flags, 62, color, 6, 'CONTINUOUS');
    }
    add(0, 'ENDTAB');
  });
  section('ENTITIES', () => {
    for (const [rings, name, at] of [
      [metres[0], '地块1', ['35594300.000', '4145150.000']],
      [metres[1], '地块2', ['35594070.000', '4144920.000']],
    ]) {
      for (const ring of rings) polyline('用地红线', ring.slice(0, -1), 1);
      add(0, 'TEXT', 100, 'AcDbEntity', 8, '用地红线', 100, 'AcDbText');
      add(10, at[0], 20, at[1], 40, '5.0', 1, name);
    }
    polyline('道路', [['35593900.000', '4145320.000'], ['35594500.000', '4145320.000']], 0);
  });
  add(0, 'EOF');
  const lines = groups.map((value, i) => (i % 2 === 0 ? String(value).padStart(3) : value));
  const gbk = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], {
    input: `${lines.join('\r\n')}\r\n`,
  });
  writeFileSync(path(`${NAME}.dxf`), gbk);
}

function writeKml() {
  const ring = (positions) =>
    `<LinearRing><coordinates>${positions.map((at) => at.join(',')).join(' ')}</coordinates></LinearRing>`;
  const placemarks = features.map(({ properties, geometry }) => {
    const [shell, ...holes] = geometry.coordinates;
    const data = Object.entries(properties).map(
      ([key, value]) => `      <Data name="${key}"><value>${value}</value></Data>`,
    );
    const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`);
    return `    <Placemark>
      <name>${properties.地块名称}</name>
      <ExtendedData>
${data.join('\n')}
      </ExtendedData>
      <Polygon><outerBoundaryIs>${ring(shell)}</outerBoundaryIs>${inner.join('')}</Polygon>
    </Placemark>`;
  });
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
  <name>${NAME}</name>
  <Folder>
    <name>用地红线</name>
${placemarks.join('\n')}
  </Folder>
</Document>
</kml>
`;
  writeFileSync(path(`${NAME}.kml`), text);
  const work = mkdtempSync(join(tmpdir(), 'kmz-'));
  const doc = join(work, 'doc.kml');
  writeFileSync(doc, text);
  utimesSync(doc, 1_764_000_000, 1_764_000_000);
  rmSync(path(`${NAME}.kmz`), { force: true });
  execFileSync('zip', ['-X', '-j', '-q', path(`${NAME}.kmz`), doc], { env: { ...process.env, TZ: 'UTC' } });
  rmSync(work, { recursive: true });
}

/** A walk around each parcel; the hole is walked by a path to it and back, for GPX knows no holes. */
function writeGpx() {
  const tracks = features.map(({ properties, geometry }) => {
    const [shell, ...holes] = geometry.coordinates;
    const walk = [...shell, ...holes.flatMap((hole) => [...hole, shell[0]])];
    const points = walk.map(([lon, lat]) => `      <trkpt lat="${lat}" lon="${lon}"/>`);
    return `  <trk>
    <name>${properties.地块名称}</name>
    <trkseg>
${points.join('\n')}
    </trkseg>
  </trk>`;
  });
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="sanxian" xmlns="http://www.topografix.com/GPX/1/1">
${tracks.join('\n')}
</gpx>
`;
  writeFileSync(path(`${NAME}.gpx`), text);
}

function writeTopojson() {
  const arcs = [];
  const geometries = features.map(({ properties, geometry }) => ({
    type: 'Polygon',
    properties,
    arcs: geometry.coordinates.map((ring) => [arcs.push(ring) - 1]),
  }));
  const objects = { 用地红线: { type: 'GeometryCollection', geometries } };
  const text = JSON.stringify({ type: 'Topology', objects, arcs });
  writeFileSync(path(`${NAME}.topojson`), `${text}\n`);
}

function writeWkt() {
  const lines = metres.map((rings) => {
    const text = rings.map((ring) => `(${ring.map((at) => at.join(' ')).join(', ')})`);
    return `SRID=4523;POLYGON(${text.join(', ')})`;
  });
  writeFileSync(path(`${NAME}.wkt`), `${lines.join('\n')}\n`);
}
