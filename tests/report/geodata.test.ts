import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../src/files/open-input.ts';
import { fixtureReport } from './fixture.ts';
import { rendered } from './office-files.ts';

/** What is written is read again by the readers of project files. */
async function read(name: string, bytes: Uint8Array, answers = {}) {
  const { projects } = await openInput({ name, bytes }, { answers });
  return projects;
}

const report = fixtureReport();
const site = report.project.parcels.map(({ areaM2 }) => areaM2);

describe('site and pieces as geodata', () => {
  it('GeoJSON: every parcel and numbered piece, in EPSG:4490', async () => {
    const collection = JSON.parse(new TextDecoder().decode(await rendered('geojson', report)));
    expect(collection.crs.properties.name).toBe('urn:ogc:def:crs:EPSG::4490');
    const roles = collection.features.map(
      ({ properties }: { properties: { role: string } }) => properties.role,
    );
    expect(roles.filter((role: string) => role === 'site')).toHaveLength(2);
    expect(roles.filter((role: string) => role === 'overlap')).toHaveLength(5);
    expect(collection.features[2].properties).toMatchObject({ number: 1, line: '永久基本农田' });
    expect(collection.features[0].geometry).toEqual(report.project.parcels[0]!.geometry);
  });

  it('survey TXT: the very boundary points, opened again as the site', async () => {
    const [project] = await read('a.txt', await rendered('txt', report));
    expect(project!.crs.epsg).toBe(4523);
    const planes = project!.parcels.map(({ planeAreaM2 }) => planeAreaM2!);
    for (const [i, area] of planes.entries()) {
      expect(area).toBeCloseTo(report.project.parcels[i]!.planeAreaM2!, 0);
    }
    expect(project!.parcels[0]!.given[0]!.points[0]).toEqual(['J1', '35594000.000', '4145300.000']);
  });

  it('DXF: the site on its layer, opened again', async () => {
    const bytes = await rendered('dxf', report);
    const [project] = await read('a.dxf', bytes, { crs: 4523, layers: ['用地红线'] });
    const area = project!.parcels.reduce((sum, { planeAreaM2 }) => sum + planeAreaM2!, 0);
    expect(area).toBeCloseTo(report.project.planeAreaM2!, 0);
  });

  it('Shapefile: site and pieces with Chinese text, opened again', async () => {
    const archive = await rendered('shp', report);
    const parts = unzipSync(archive);
    expect(Object.keys(parts).sort()).toEqual(
      ['site', 'overlaps']
        .flatMap((name) => ['shp', 'shx', 'dbf', 'prj', 'cpg'].map((end) => `${name}.${end}`))
        .sort(),
    );
    const beside = (name: string) =>
      ['dbf', 'shx', 'prj', 'cpg'].map((end) => ({
        name: `${name}.${end}`,
        bytes: parts[`${name}.${end}`]!,
      }));
    const { projects } = await openInput({
      name: 'overlaps.shp',
      bytes: parts['overlaps.shp']!,
      beside: beside('overlaps'),
    });
    const [project] = projects;
    expect(project!.parcels).toHaveLength(5);
    expect(project!.crs.epsg).toBe(4490);
    const own = await openInput({
      name: 'site.shp',
      bytes: parts['site.shp']!,
      beside: beside('site'),
    });
    const areas = own.projects[0]!.parcels.length;
    expect(areas).toBe(site.length);
  });

  it('FlatGeobuf: opened again with the same number of shapes', async () => {
    const [project] = await read('a.fgb', await rendered('fgb', report));
    expect(project!.parcels).toHaveLength(7);
  });

  it('refuses where there is no geometry: an empty file would read like nothing occupied', async () => {
    const bare = fixtureReport((one) => {
      for (const parcel of one.project.parcels) parcel.geometry = null;
    });
    for (const format of ['geojson', 'shp', 'fgb', 'dxf']) {
      await expect(rendered(format, bare)).rejects.toThrow('figure-without-geometry');
    }
    await expect(rendered('txt', bare)).rejects.toThrow('report-without-geometry');
  });

  it('lets no name begin another value of a drawing or a table', async () => {
    const hostile = fixtureReport((one) => {
      one.layers[0]!.overlaps[0]!.featureId = `x\r\n  0\r\nEOF${'长'.repeat(200)}`;
      one.project.parcels[0]!.name = `a"b\n${'文'.repeat(300)}`;
    });
    const dxf = new TextDecoder('gb18030').decode(await rendered('dxf', hostile));
    expect(dxf.match(/^EOF\r?$/gm)).toHaveLength(1);
    const parts = unzipSync(await rendered('shp', hostile));
    const text = new TextDecoder('utf-8', { fatal: true });
    expect(() => text.decode(parts['overlaps.dbf']!.subarray(33 + 32 * 6))).not.toThrow();
    expect(parts['site.cpg']).toEqual(strToU8('UTF-8'));
  });
});
