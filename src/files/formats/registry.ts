import { filegdb } from './filegdb.ts';
import { flatgeobuf } from './flatgeobuf.ts';
import type { ProjectFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { geopackage } from './geopackage.ts';
import { gml } from './gml.ts';
import { mapinfo } from './mapinfo.ts';
import { shapefile } from './shapefile.ts';
import { surveyTxt } from './survey-txt.ts';

/** Every format a project may arrive in. */
export const PROJECT_FORMATS: readonly ProjectFormat[] = [
  surveyTxt,
  geojson,
  shapefile,
  flatgeobuf,
  geopackage,
  filegdb,
  mapinfo,
  gml,
];
