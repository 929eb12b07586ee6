import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src/domain/project.ts';
import { openProject } from '../../../src/files/open-project.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';

/** Made by make-samples.py with tools that are not ours: every one is the project of 示例项目.txt. */
const samples = join(import.meta.dirname, '../../../data/samples');

async function open(name: string): Promise<Project> {
  const bytes = new Uint8Array(readFileSync(join(samples, name)));
  return (await openProject({ name, bytes }))[0]!;
}

const example = await open('示例项目.txt');

describe('samples of tables', () => {
  it.each(['示例项目-UTF16.txt', '示例项目-14字段.txt', '示例项目-GBK.csv', '示例项目.xlsx'])(
    '%s has the same two parcels, to the last bit',
    async (name) => {
      const project = await open(`tables/${name}`);
      expect(project.crs.epsg).toBe(4523);
      expect(project.parcels.map(({ polygons }) => polygons)).toEqual(
        example.parcels.map(({ polygons }) => polygons),
      );
      expect(project.parcels.map(({ planeAreaM2 }) => planeAreaM2)).toEqual([110_000, 4000]);
      expect(project.parcels.map((parcel) => parcel.name)).toEqual(['地块1', '地块2']);
      expect(project.parcels[0]!.given.map(({ hole }) => hole)).toEqual([false, true]);
    },
  );

  it('示例项目-度分秒.csv has them to a tenth of a millimetre', async () => {
    const project = await open('tables/示例项目-度分秒.csv');
    expect([project.crs.epsg, project.crs.how]).toEqual([4490, 'declared']);
    for (const [i, parcel] of project.parcels.entries()) {
      const wanted = example.parcels[i]!;
      // 1e-9° is 0.1 mm; the places came out of cs2cs with five decimals of a second, 0.3 mm
      expect(parcel.polygons.xy[0]).toBeCloseTo(wanted.polygons.xy[0]!, 8);
      expect(parcel.polygons.xy[1]).toBeCloseTo(wanted.polygons.xy[1]!, 8);
      const [area, same] = [parcel, wanted].map(({ polygons }) => ellipsoidAreaM2(polygons));
      expect(Math.abs(area! - same!)).toBeLessThan(0.5);
    }
  });

  it('keeps the digits and the use of the CSV', async () => {
    const csv = await open('tables/示例项目-GBK.csv');
    expect(csv.parcels[0]!.given[0]!.points[0]).toEqual(['J1', '35594000.000', '4145300.000']);
    expect(csv.purpose).toBe('工业用地、公用设施用地');
  });
});
