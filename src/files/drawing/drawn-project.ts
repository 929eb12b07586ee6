import { sha256Hex } from '../../bytes/sha256.ts';
import type { Note } from '../../domain/note.ts';
import type { Parcel, Project } from '../../domain/project.ts';
import { editDefects } from '../../geometry/edit/edit-defects.ts';
import { flatOf } from '../../geometry/edit/merge-outlines.ts';
import type { EditRing } from '../../geometry/edit/vertex.ts';
import type { FlatPolygons } from '../../geometry/shapes.ts';
import { importText } from '../../text/words/import.ts';
import { DRAWN_FILE, EDITED_FILE } from '../../text/words/import-drawing.ts';
import { buildParcel } from '../build-parcel.ts';
import { BARE_PARCEL, type RawParcel } from '../formats/format.ts';
import { importError, importNote } from '../import-message.ts';
import { overlapNotes } from '../parcel-overlaps.ts';
import type { DrawingFrame } from './drawing-frame.ts';
import type { EditParcel } from './edit-parcel.ts';

const AS_GIVEN = { reading: { swapped: false, addEastM: 0 }, corrections: {} } as const;
const AREAS_ONLY = { answers: {}, clipper: null } as const;

/**
 * What was drawn as a project, by the way of every file: parcels that were not changed are the objects
 * they were. Throws a UserError for a shape that crosses itself; nothing is repaired behind the drawing.
 *
 * @param before the project that was edited; null for one that began on the map
 */
export function drawnProject(
  parcels: readonly EditParcel[],
  frame: DrawingFrame,
  before: Project | null,
): Project {
  if (parcels.length === 0) throw importError('err-empty', { file: DRAWN_FILE });
  if (before && isUnchanged(parcels, before)) return before;
  const built = parcels.map((parcel) => parcelOf(parcel, frame));
  const source = {
    file: before ? fileOf(before) : DRAWN_FILE,
    sha256: sha256Hex(new TextEncoder().encode(canonicalGeometry(built, frame.epsg))),
  };
  const toLonLat = (x: number, y: number) => frame.toLonLat(frame.vertexAt(x, y));
  const shapes = parcels.map(({ name, rings }) => ({ name, shape: flatOf(rings) }));
  return {
    id: idOf(before, source.sha256),
    name: before?.name ?? source.file.replace(/\.json$/, ''),
    code: before?.code ?? null,
    applicant: before?.applicant ?? null,
    purpose: before?.purpose ?? null,
    source,
    crs: before?.crs ?? {
      epsg: frame.epsg,
      how: 'chosen',
      detail: importText('crs-drawn'),
      shift: null,
    },
    parcels: built,
    claim: before?.claim ?? {},
    notes: [
      ...stillTrue(before, parcels),
      ...overlapNotes(shapes, frame.geographic ? null : toLonLat),
      before && !isDrawnFile(before)
        ? importNote('note-edited', 'info', { file: before.source.file })
        : importNote('note-drawn', 'info', {}),
    ],
  };
}

function isUnchanged(parcels: readonly EditParcel[], before: Project): boolean {
  return (
    parcels.length === before.parcels.length &&
    parcels.every(({ source }, i) => source !== null && source === before.parcels[i])
  );
}

function parcelOf({ id, name, purpose, rings, source }: EditParcel, frame: DrawingFrame): Parcel {
  if (source) return source;
  const [defect] = editDefects(rings);
  if (defect) {
    const at = defect.at && frame.toLonLat(frame.vertexAt(...defect.at));
    const params = {
      parcel: name,
      ring: defect.ring + 1,
      lon: at?.[0] ?? null,
      lat: at?.[1] ?? null,
    };
    throw importError('err-selfcross', params, { at });
  }
  const raw: RawParcel = {
    ...BARE_PARCEL,
    id,
    name,
    purpose,
    rings: rings.map((ring) => ({ hole: null, points: pointsOf(ring) })),
  };
  return buildParcel(raw, id, name, { epsg: frame.epsg, ...AS_GIVEN }, AREAS_ONLY).parcel;
}

function pointsOf({ vertices, closing }: EditRing): readonly (readonly [string, string, string])[] {
  const points = vertices.map(({ name, digits }) => [name, ...digits] as const);
  const [, x, y] = points[0]!;
  return closing === null ? points : [...points, [closing, x, y] as const];
}

/** What the hash of a drawn project is taken of: every digit of it, and nothing else. */
export function canonicalGeometry(parcels: readonly Parcel[], epsg: number): string {
  return JSON.stringify({
    epsg,
    parcels: parcels.map(({ id, name, given }) => ({ id, name, given })),
  });
}

function isDrawnFile({ source }: Project): boolean {
  return source.file === DRAWN_FILE;
}

/** An edited file is no longer that file, and says so in its name. */
function fileOf(before: Project): string {
  const { file } = before.source;
  if (isDrawnFile(before) || file.endsWith(EDITED_FILE)) return file;
  return `${file.replace(/\.[^.]+$/, '')}${EDITED_FILE}`;
}

/** A number of its own stays; one made from the hash of the source is made anew. */
function idOf(before: Project | null, sha256: string): string {
  const derived = !before || before.id.startsWith(before.source.sha256.slice(0, 12));
  return derived ? `${sha256.slice(0, 12)}-1` : before.id;
}

const ABOUT_THE_WHOLE = new Set(['note-parcels-overlap', 'note-edited', 'note-drawn']);

/** Notes of the import that speak of the file, or of parcels that are as they came. */
function stillTrue(before: Project | null, parcels: readonly EditParcel[]): readonly Note[] {
  const kept = new Set(parcels.flatMap(({ name, source }) => (source ? [name] : [])));
  return (before?.notes ?? []).filter(({ code, params }) => {
    if (ABOUT_THE_WHOLE.has(code)) return false;
    return typeof params.parcel !== 'string' || kept.has(params.parcel);
  });
}

/** The shape of parcels without edges between them: for looking at, in lon/lat. */
export function drawnShapes(
  parcels: readonly EditParcel[],
  frame: DrawingFrame,
): readonly { readonly id: string; readonly polygons: FlatPolygons }[] {
  return parcels.map(({ id, rings, source }) => ({
    id,
    polygons: source?.polygons ?? frame.shapeOf(rings),
  }));
}
