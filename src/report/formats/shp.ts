import { packZip } from '../../bytes/settle-zip.ts';
import { reportFileName } from '../file-name.ts';
import { type ReportShape, reportShapes } from '../geodata/report-features.ts';
import { type DbfColumn, writeShapefile } from '../geodata/write-shapefile.ts';
import type { ReportFormat } from './report-format.ts';

const COLUMNS: readonly DbfColumn[] = [
  { name: 'XH', decimals: 0 },
  { name: 'MC', decimals: null },
  { name: 'DKBH', decimals: null },
  { name: 'KZX', decimals: null },
  { name: 'GKFQ', decimals: null },
  { name: 'MJ', decimals: 2 },
];

/** Two shapefiles in a zip, site and occupied pieces, in CGCS2000 lon/lat with .prj and .cpg. */
export const shp: ReportFormat = {
  id: 'shp',
  title: {
    zh: 'Shapefile（ZIP，用地与占用图形）',
    en: 'Shapefile (ZIP: site and occupied pieces)',
  },
  extension: 'shp.zip',
  mediaType: 'application/zip',
  render: async (report, { lang }) => {
    const shapes = reportShapes(report, lang);
    const day = report.createdAt.slice(0, 10);
    const file = (name: string, role: ReportShape['role']) => {
      const records = shapes
        .filter((shape) => shape.role === role)
        .map(({ polygons, number, name: title, parcel, line, zone, areaM2 }) => ({
          polygons,
          values: [number, title, parcel, line, zone, areaM2],
        }));
      return writeShapefile(name, COLUMNS, records, day);
    };
    return {
      fileName: reportFileName(report.project.source.file, shp.extension),
      mediaType: shp.mediaType,
      bytes: packZip([...file('site', 'site'), ...file('overlaps', 'overlap')]),
    };
  },
};
