import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport } from '../../../src/domain/report.ts';

/** A complete report of the program itself, as it is committed, with a shape so that it can be checked again. */
export function goldenReport(): CheckReport {
  const path = join(import.meta.dirname, '../../golden/samples/示例项目.txt.json');
  const report = JSON.parse(readFileSync(path, 'utf8')) as CheckReport;
  const ring: [number, number][] = [
    [106.06, 37.43],
    [106.07, 37.43],
    [106.07, 37.44],
    [106.06, 37.43],
  ];
  for (const parcel of report.project.parcels) {
    parcel.geometry = { type: 'MultiPolygon', coordinates: [[ring]] };
  }
  return { ...report, parameters: { ...report.parameters, geometry: 'full' } };
}
