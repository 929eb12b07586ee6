import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { numberedPieces } from '../../src/domain/pieces.ts';
import { fixtureReport } from '../report/fixture.ts';
import { rendered } from '../report/office-files.ts';

/** GDAL reads the geodata we write: counts, system, areas, text. */
const folder = mkdtempSync(join(tmpdir(), 'sanxian-geodata-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const report = fixtureReport();
const pieces = numberedPieces(report).length;

async function layersOf(format: string, name: string) {
  const path = join(folder, name);
  writeFileSync(path, await rendered(format, report));
  const source = name.endsWith('.zip') ? `/vsizip/${path}` : path;
  return {
    source,
    text: execFileSync('ogrinfo', ['-ro', '-al', '-so', source], { encoding: 'utf8' }),
  };
}

/** Plane area by GDAL of all shapes of a layer, in the zone of the site. */
function areaByGdal(source: string, layer: string): number {
  const out = join(folder, `${layer}.csv`);
  const sql = `SELECT ST_Area(ST_Transform(SetSRID(geometry, 4490), 4523)) AS a FROM "${layer}"`;
  execFileSync('ogr2ogr', ['-f', 'CSV', out, source, '-dialect', 'SQLite', '-sql', sql], {
    stdio: 'pipe',
  });
  return execFileSync('tail', ['-n', '+2', out], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line.replace(/"/g, '')), 0);
}

describe('geodata in GDAL', () => {
  it('Shapefile: system, counts, Chinese text and areas', async () => {
    const { source, text } = await layersOf('shp', 'r.shp.zip');
    expect(text).toMatch(/China[ _]Geodetic[ _]Coordinate[ _]System[ _]2000/);
    expect(text).toContain(`Feature Count: ${pieces}`);
    expect(text).toContain('Feature Count: 2');
    const all = execFileSync('ogrinfo', ['-ro', '-al', source, 'overlaps'], { encoding: 'utf8' });
    expect(all).toContain('KZX (String) = 永久基本农田');
    expect(areaByGdal(source, 'site')).toBeCloseTo(report.project.planeAreaM2!, 0);
  });

  it.each([
    ['geojson', 'r.geojson'],
    ['fgb', 'r.fgb'],
  ])('%s: EPSG:4490 and every shape', async (format, name) => {
    const { text } = await layersOf(format, name);
    expect(text).toMatch(/"EPSG",4490\]\]|China Geodetic Coordinate System 2000/);
    expect(text).toContain(`Feature Count: ${pieces + 2}`);
  });

  it('DXF: closed outlines on named layers, in metres', async () => {
    const { source } = await layersOf('dxf', 'r.dxf');
    const all = execFileSync('ogrinfo', ['-ro', '-al', source], {
      encoding: 'utf8',
      env: { ...process.env, DXF_ENCODING: 'CP936' },
    });
    expect(all.match(/Layer \(String\) = 用地红线/g)).toHaveLength(3); // two shells and a hole
    expect(all).toContain('Layer (String) = 占用-生态保护红线');
    expect(all).toMatch(/35594000 4145300/);
  });
});
