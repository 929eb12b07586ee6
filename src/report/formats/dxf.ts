import { numberedPieces } from '../../domain/pieces.ts';
import { boundaryPoints } from '../boundary-points.ts';
import { reportFileName } from '../file-name.ts';
import { reportShapes } from '../geodata/report-features.ts';
import { type DxfLabel, type DxfOutline, writeDxf } from '../geodata/write-dxf.ts';
import { planeOfSite } from '../plane.ts';
import type { ReportFormat } from './report-format.ts';

const SITE_LAYER = '用地红线';
const POINT_LAYER = '界址点';

/** Site, boundary points and occupied pieces in the plane of the site's zone, for CAD. */
export const dxf: ReportFormat = {
  id: 'dxf',
  title: { zh: 'DXF（项目所在带平面坐标）', en: "DXF (plane of the site's zone)" },
  extension: 'dxf',
  mediaType: 'image/vnd.dxf',
  render: async (report, { lang }) => {
    const { project, number } = report;
    const plane = planeOfSite(project.crs.epsg, project.bbox);
    const shapes = reportShapes(report, lang).filter(({ role }) => role === 'overlap');
    const rings = boundaryPoints(report);
    const heightM = Math.max(
      0.5,
      extentM(rings.flatMap(({ points }) => points.map((p) => p.plane))) / 200,
    );
    const outlines: DxfOutline[] = [
      ...rings.map(({ points }) => ({ layer: SITE_LAYER, points: points.map((p) => p.plane) })),
      ...shapes.flatMap(({ polygons, line }) =>
        polygons.flat().map((ring) => ({
          layer: layerOf(`占用-${line}`),
          points: ring.slice(0, -1).map((position) => plane.toPlane(position)),
        })),
      ),
    ];
    const labels: DxfLabel[] = rings.flatMap(({ points }) =>
      points.map(({ name, plane: at }) => ({ layer: POINT_LAYER, text: name, at, heightM })),
    );
    const about = `${number} CGCS2000 ${plane.zoneWidth}° zone ${plane.zone} CM ${plane.meridian} pieces ${numberedPieces(report).length}`;
    return {
      fileName: reportFileName(project.source.file, dxf.extension),
      mediaType: dxf.mediaType,
      bytes: writeDxf(about, outlines, labels),
    };
  },
};

/** Characters that CAD programs refuse in names of layers. */
const layerOf = (name: string): string => name.replace(/[<>/\\":;?*|=`,]/g, '_').slice(0, 100);

function extentM(points: readonly (readonly [number, number])[]): number {
  const xs = points.map(([x]) => x);
  const most = xs.reduce((a, b) => Math.max(a, b), -Infinity);
  const least = xs.reduce((a, b) => Math.min(a, b), Infinity);
  return most > least ? most - least : 0;
}
