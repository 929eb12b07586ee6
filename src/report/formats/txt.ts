import { cgcs2000Epsg } from '../../crs/registry.ts';
import { writeSurvey } from '../../files/write-survey.ts';
import { boundaryPoints } from '../boundary-points.ts';
import { reportFileName } from '../file-name.ts';
import { planeOfSite } from '../plane.ts';
import { projectOfReport } from '../project-of-report.ts';
import type { ReportFormat } from './report-format.ts';

/** 勘测定界界址点坐标, as the red-line instruction asks for it, in GBK. */
export const txt: ReportFormat = {
  id: 'txt',
  title: { zh: '勘测定界界址点坐标（TXT）', en: 'Survey boundary coordinates (TXT)' },
  extension: 'txt',
  mediaType: 'text/plain',
  render: async (report) => {
    const { zone, zoneWidth } = planeOfSite(report.project.crs.epsg, report.project.bbox);
    const epsg = cgcs2000Epsg(zoneWidth, zone, true)!;
    const rings = boundaryPoints(report);
    const project = projectOfReport(report);
    const withPoints = {
      ...project,
      crs: { ...project.crs, epsg },
      parcels: project.parcels.map((parcel) => ({
        ...parcel,
        given: rings
          .filter((ring) => ring.parcel === parcel.id)
          .map(({ points }) => ({
            hole: false,
            points: points.map(
              ({ name, plane }) => [name, plane[0].toFixed(3), plane[1].toFixed(3)] as const,
            ),
          })),
      })),
    };
    return {
      fileName: reportFileName(report.project.source.file, txt.extension),
      mediaType: txt.mediaType,
      bytes: writeSurvey(withPoints, {
        epsg,
        encoding: 'gb18030',
        date: report.createdAt.slice(0, 10),
      }),
    };
  },
};
