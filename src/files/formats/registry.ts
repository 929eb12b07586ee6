import { dxf } from './dxf.ts';
import type { ProjectFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import { kmz } from './kmz.ts';
import { surveyTxt } from './survey-txt.ts';
import { topojson } from './topojson.ts';
import { wkt } from './wkt.ts';

/** Every format a project may arrive in. */
export const PROJECT_FORMATS: readonly ProjectFormat[] = [
  surveyTxt,
  geojson,
  dxf,
  kml,
  kmz,
  gpx,
  topojson,
  wkt,
];
