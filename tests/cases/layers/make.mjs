import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const E0 = 35_594_000;
const N0 = 4_145_000;
const ring = (e, n, w, h) => [
  [E0 + e, N0 + n],
  [E0 + e + w, N0 + n],
  [E0 + e + w, N0 + n + h],
  [E0 + e, N0 + n + h],
  [E0 + e, N0 + n],
];
const shapes = [
  { type: 'Polygon', coordinates: [ring(0, 0, 400, 300), ring(100, 100, 100, 100).reverse()] },
  { type: 'MultiPolygon', coordinates: [[ring(500, 0, 100, 300)], [ring(700, 0, 100, 300)]] },
  { type: 'Polygon', coordinates: [ring(900, 0, 100, 80)] },
];
const ids = ['640303205100000001', '640303205100000002', '640303205100000003'];
const net = [104_500, 57_000, 7_600];
const gross = [110_000, 60_000, 8_000];
const farmland = (i) => ({
  BSM: ids[i],
  XZQDM: '640303',
  YJJBNTTBBH: String(i + 1).padStart(5, '0'),
  DLBM: ['0102', '0103', '0101'][i],
  DLMC: ['水浇地', '旱地', '水田'][i],
  QSDWMC: ['红寺堡镇', '太阳山镇', '联通村'][i],
  ZLDWMC: ['红寺堡镇', '太阳山镇', '联通村'][i],
  YJJBNTTBMJ: gross[i],
  YJJBNTMJ: net[i],
});
const collection = (properties, geometries = shapes, epsg = 4523) => ({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } },
  features: geometries.map((geometry, i) => ({
    type: 'Feature',
    properties: properties(i),
    geometry,
  })),
});
const json = (name, value) => writeFileSync(join(here, name), `${JSON.stringify(value)}\n`);
const gdal = (...args) => execFileSync('ogr2ogr', args, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
const fresh = (name) => rmSync(join(here, name), { recursive: true, force: true });

json('farmland.geojson', collection(farmland));
const shapefile = (name, encoding, language) => {
  fresh(name);
  mkdirSync(join(here, name));
  const to = `${name}/YJJBNTBHTB.shp`;
  gdal(to, 'farmland.geojson', '-lco', `ENCODING=${encoding}`);
  rmSync(join(here, name, 'YJJBNTBHTB.cpg'));
  const dbf = join(here, name, 'YJJBNTBHTB.dbf');
  const bytes = readFileSync(dbf);
  bytes[29] = language;
  bytes.set([126, 1, 1], 1); // the day of writing
  writeFileSync(dbf, bytes);
};
const beside = (name, extension, text) =>
  writeFileSync(join(here, name, `YJJBNTBHTB.${extension}`), text);
shapefile('shp-gbk-bare', 'GBK', 0);
shapefile('shp-gbk-cpg', 'GBK', 0);
beside('shp-gbk-cpg', 'cpg', 'GBK');
shapefile('shp-gbk-ldid', 'GBK', 0x4d);
shapefile('shp-gbk-wrong-cpg', 'GBK', 0);
beside('shp-gbk-wrong-cpg', 'cpg', 'UTF-8');
shapefile('shp-utf8-bare', 'UTF-8', 0);
shapefile('shp-no-prj', 'GBK', 0);
rmSync(join(here, 'shp-no-prj', 'YJJBNTBHTB.prj'));
shapefile('shp-local', 'GBK', 0);
const base = (name, datum, spheroid) =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
const projected = (name, geogcs, meridian, east) =>
  `PROJCS["${name}",${geogcs},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${east}],` +
  `PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],` +
  'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const cgcs = base('GCS_China_Geodetic_Coordinate_System_2000', 'D_China_2000', '"CGCS2000",6378137.0,298.257222101');
const xian = base('GCS_Xian_1980', 'D_Xian_1980', '"Xian_1980",6378140.0,298.257');
// its name says zone 35, its meridian does not
beside('shp-local', 'prj', projected('CGCS2000_3_Degree_GK_Zone_35', cgcs, '106.25', '35500000.0'));
shapefile('shp-xian80', 'GBK', 0);
beside('shp-xian80', 'prj', projected('Xian_1980_3_Degree_GK_Zone_35', xian, '105.0', '35500000.0'));

const redLine = (i) => ({ BSM: ids[i], XJXZQDM: '640303', LHLX: ['水源涵养', '防风固沙', '水土保持'][i], MJ: gross[i] });
const monitored = (i) => ({ BSM: ids[i], XJXZQHDM: '640303', MC: ['甲', '乙', '丙'][i], QYMJ: gross[i] / 1e6 });
json('red-line-planning.geojson', collection(redLine));
json('red-line-survey.geojson', collection(monitored));

fresh('submission.gdb');
const into = (file, table, from) => gdal('-update', '-append', file, from, '-nln', table, '-nlt', 'MULTIPOLYGON');
gdal('-f', 'OpenFileGDB', 'submission.gdb', 'farmland.geojson', '-nln', 'YJJBNTBHTB', '-nlt', 'MULTIPOLYGON');
into('submission.gdb', 'STBHHX', 'red-line-survey.geojson');
into('submission.gdb', 'DLTB', 'farmland.geojson');

fresh('two-tables.gpkg');
gdal('two-tables.gpkg', 'farmland.geojson', '-nln', 'north', '-nlt', 'MULTIPOLYGON');
into('two-tables.gpkg', 'south', 'farmland.geojson');

json('empty.tmp.geojson', collection(farmland, [shapes[0], null, shapes[2]]));
fresh('with-empty.gpkg');
gdal('with-empty.gpkg', 'empty.tmp.geojson', '-nln', 'YJJBNTBHTB', '-nlt', 'MULTIPOLYGON');
fresh('empty.tmp.geojson');

fresh('arcs.gpkg');
const [e, n] = [E0 + 200, N0 + 150];
// GeoJSON has no arcs: the disc comes as WKT in a table
writeFileSync(join(here, 'arcs.tmp.csv'), `BSM,WKT\n"${ids[0]}","CURVEPOLYGON(CIRCULARSTRING(${e - 100} ${n},${e} ${n + 100},${e + 100} ${n},${e} ${n - 100},${e - 100} ${n}))"\n`);
gdal('arcs.gpkg', 'arcs.tmp.csv', '-nln', 'YJJBNTBHTB', '-nlt', 'CURVEPOLYGON', '-a_srs', 'EPSG:4523', '-oo', 'GEOM_POSSIBLE_NAMES=WKT', '-oo', 'KEEP_GEOM_COLUMNS=NO');
fresh('arcs.tmp.csv');
