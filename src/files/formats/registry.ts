import { csv } from './csv.ts';
import type { ProjectFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { surveyTxt } from './survey-txt.ts';
import { xlsx } from './xlsx.ts';

/** Every format a project may arrive in. */
export const PROJECT_FORMATS: readonly ProjectFormat[] = [surveyTxt, geojson, csv, xlsx];
