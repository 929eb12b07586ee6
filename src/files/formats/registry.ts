import { csv } from './csv.ts';
import type { ProjectFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { savedProject } from './saved-project.ts';
import { surveyTxt } from './survey-txt.ts';
import { xlsx } from './xlsx.ts';

/** Every format a project may arrive in; of equal scores the first wins, and our own files hold GeoJSON. */
export const PROJECT_FORMATS: readonly ProjectFormat[] = [
  savedProject,
  surveyTxt,
  geojson,
  csv,
  xlsx,
];
