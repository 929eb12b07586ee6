import { NO_HINTS } from '../../crs/evidence.ts';
import { isInChina } from '../../crs/number-scale.ts';
import { crsDefinition } from '../../crs/registry.ts';
import type { ImportAnswers } from '../../domain/import-answers.ts';
import type { Note } from '../../domain/note.ts';
import type { Parcel, Project } from '../../domain/project.ts';
import {
  PROJECT_SCHEMA_ID,
  type ProjectDocument,
  projectDocumentSchema,
} from '../../domain/project-document.ts';
import { isHarmful } from '../../geometry/defect-weight.ts';
import { type MultiPolygon, toFlat } from '../../geometry/shapes.ts';
import { findDefects } from '../../geometry/validity.ts';
import { importError, importNote } from '../import-message.ts';
import { readText } from '../read-text.ts';
import { digestOfProject } from '../write-project.ts';
import type { ProjectFormat } from './format.ts';

/** Our own project file (`sanxian/project@1`): the project as it was saved, nothing computed anew. */
export const savedProject: ProjectFormat = {
  id: 'sanxian-project',
  title: { zh: '项目文件（sanxian/project@1）', en: 'Project file (sanxian/project@1)' },
  extensions: ['sanxian'],

  sniff(head) {
    const text = new TextDecoder().decode(head).replace(/^\ufeff/, '');
    return /^\s*\{\s*"schema"\s*:\s*"sanxian\/project@/.test(text) ? 1 : 0;
  },

  read(bytes, { answers }) {
    const { document, isChanged } = parse(bytes);
    checkReferences(document);
    // What was written here was checked before; what another hand wrote was not.
    if (isChanged || document.digest === undefined) checkRings(document);
    const project = projectOf(document);
    const notes = [
      ...(isChanged ? [importNote('note-project-changed', 'warning')] : []),
      ...unusedAnswers(project, answers),
    ];
    const saved = notes.length > 0 ? { ...project, notes: [...project.notes, ...notes] } : project;
    const { id, name, code, applicant } = project;
    return { id, name, code, applicant, parcels: [], hints: NO_HINTS, notes: [], saved: [saved] };
  },
};

function parse(bytes: Uint8Array): { document: ProjectDocument; isChanged: boolean } {
  const { text } = readText(bytes);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    throw importError('err-json', { position: at === undefined ? null : Number(at) });
  }
  const schema = (root as { schema?: unknown } | null)?.schema;
  if (schema !== PROJECT_SCHEMA_ID) {
    throw importError('err-project-schema', { schema: String(schema).slice(0, 40) });
  }
  const parsed = projectDocumentSchema.safeParse(root);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw damaged(issue?.path.join('.') || 'sanxian/project@1');
  }
  const { data: document } = parsed;
  const isChanged =
    document.digest !== undefined && document.digest !== digestOfProject(root as object);
  return { document, isChanged };
}

/** What a schema cannot say of names: parcels that are told apart, a system that is known. */
function checkReferences({ project, given }: ProjectDocument): void {
  const ids = project.parcels.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw damaged('project.parcels.id');
  if (!crsDefinition(project.crs.epsg)) throw damaged(`EPSG:${project.crs.epsg}`);
  for (const { parcel } of given) if (!ids.includes(parcel)) throw damaged(`given ${parcel}`);
}

/** Rings that can be checked, in China. */
function checkRings({ project }: ProjectDocument): void {
  for (const { id, geometry } of project.parcels) {
    const polygons = geometry.coordinates as MultiPolygon;
    const rings = polygons.flat();
    if (rings.length === 0 || polygons.some((polygon) => polygon.length === 0)) throw damaged(id);
    if (rings.some((ring) => ring.length < 4 || !ring.every(isInChina))) throw damaged(id);
    const holes = polygons.flatMap((polygon) => polygon.map((_, i) => i > 0));
    const defect = findDefects(rings, holes).find(isHarmful);
    if (defect) throw damaged(`${id}: ${defect.kind} ${defect.at?.join() ?? ''}`);
  }
}

const damaged = (problem: string) => importError('err-project-file', { problem });

function projectOf({ project, given, claim, overrides }: ProjectDocument): Project {
  const { bbox: _, parcels, notes, crs, ...said } = project;
  const { datumShift, ...system } = crs;
  return {
    ...said,
    crs: { ...system, ...(datumShift && { datumShift }) },
    parcels: parcels.map(
      ({ geometry, widened, ...parcel }): Parcel => ({
        ...parcel,
        polygons: toFlat(geometry.coordinates as MultiPolygon),
        given: given.find((one) => one.parcel === parcel.id)?.rings ?? [],
        ...(widened && { widened }),
      }),
    ),
    claim,
    ...(overrides.length > 0 && { overrides }),
    notes: notes.map(({ at, ...note }): Note => ({ ...note, ...(at && { at }) })),
  };
}

/** The place of a saved project is settled: what is said of it now is not used, and that is told. */
function unusedAnswers({ crs }: Project, answers: ImportAnswers): Note[] {
  const isOther =
    (answers.crs !== undefined && answers.crs !== crs.epsg) ||
    (answers.shift !== undefined && answers.shift !== crs.shift) ||
    (answers.datumShift !== undefined && crs.datumShift === undefined);
  return isOther ? [importNote('note-saved-place', 'warning', { epsg: crs.epsg })] : [];
}
