import { csv } from './csv.ts';
import { dxf } from './dxf.ts';
import { filegdb } from './filegdb.ts';
import { flatgeobuf } from './flatgeobuf.ts';
import type { ProjectFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { geopackage } from './geopackage.ts';
import { gml } from './gml.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import { kmz } from './kmz.ts';
import { mapinfo } from './mapinfo.ts';
import { savedProject } from './saved-project.ts';
import { shapefile } from './shapefile.ts';
import { surveyTxt } from './survey-txt.ts';
import { topojson } from './topojson.ts';
import { wkt } from './wkt.ts';
import { xlsx } from './xlsx.ts';

/** Every format a project may arrive in; of equal scores the first wins, and our own files hold GeoJSON. */
export const PROJECT_FORMATS: readonly ProjectFormat[] = [
  savedProject,
  surveyTxt,
  geojson,
  csv,
  xlsx,
  shapefile,
  dxf,
  kml,
  kmz,
  gpx,
  topojson,
  wkt,
  flatgeobuf,
  geopackage,
  filegdb,
  mapinfo,
  gml,
];
