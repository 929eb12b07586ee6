import type { Column } from '../../files/flatgeobuf/format.ts';
import { writeFlatGeobuf } from '../../files/flatgeobuf/writer.ts';
import { toFlat } from '../../geometry/shapes.ts';
import { reportFileName } from '../file-name.ts';
import { reportShapes } from '../geodata/report-features.ts';
import type { ReportFormat } from './report-format.ts';

const COLUMNS: readonly Column[] = [
  { name: 'role', type: 'string' },
  { name: 'number', type: 'int' },
  { name: 'name', type: 'string' },
  { name: 'parcel', type: 'string' },
  { name: 'line', type: 'string' },
  { name: 'zone', type: 'string' },
  { name: 'areaM2', type: 'double' },
];

/** Site and occupied pieces as indexed FlatGeobuf in EPSG:4490. */
export const fgb: ReportFormat = {
  id: 'fgb',
  title: { zh: 'FlatGeobuf（用地与占用图形）', en: 'FlatGeobuf (site and occupied pieces)' },
  extension: 'fgb',
  mediaType: 'application/octet-stream',
  render: async (report, { lang }) => ({
    fileName: reportFileName(report.project.source.file, fgb.extension),
    mediaType: fgb.mediaType,
    bytes: writeFlatGeobuf({
      name: report.number,
      columns: COLUMNS,
      crs: 4490,
      geometryType: 'MultiPolygon',
      index: true,
      features: reportShapes(report, lang).map(({ polygons, ...properties }) => ({
        polygons: toFlat(polygons),
        properties,
      })),
    }),
  }),
};
