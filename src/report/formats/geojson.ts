import { reportFileName } from '../file-name.ts';
import { reportShapes } from '../geodata/report-features.ts';
import { prettyJson } from './json.ts';
import type { ReportFormat } from './report-format.ts';

/** Site and occupied pieces in CGCS2000 lon/lat, said by the `crs` member that GIS programs here read. */
export const geojson: ReportFormat = {
  id: 'geojson',
  title: { zh: 'GeoJSON（用地与占用图形）', en: 'GeoJSON (site and occupied pieces)' },
  extension: 'geojson',
  mediaType: 'application/geo+json',
  render: async (report, { lang }) => {
    const { project, number, catalog } = report;
    const collection = {
      type: 'FeatureCollection',
      name: project.name,
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
      report: { number, digest: report.digest, synthetic: catalog.synthetic },
      features: reportShapes(report, lang).map(({ polygons, ...properties }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      })),
    };
    return {
      fileName: reportFileName(project.source.file, geojson.extension),
      mediaType: geojson.mediaType,
      bytes: new TextEncoder().encode(`${prettyJson(collection)}\n`),
    };
  },
};
