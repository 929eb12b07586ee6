import { sha256Hex } from '../bytes/sha256.ts';
import type { FieldChoice, ImportAnswers, ImportQuestion } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import type { Project } from '../domain/project.ts';
import { type BBox, bboxesMeet } from '../geometry/shapes.ts';
import { buildParcel, ringNumbers } from './build-parcel.ts';
import type { NamedFile, RawParcel, RawProject } from './formats/format.ts';
import { importError, importNote } from './import-message.ts';
import { evidenceText, type KnownCrs, locateRings, type NamedArea } from './locate-rings.ts';
import { overlapNotes } from './parcel-overlaps.ts';
import { pickLayers } from './pick-layers.ts';
import type { ProjectGdal } from './project-gdal.ts';
import { sniffFormat } from './sniff.ts';
import { fieldChoices, splitProjects } from './split-projects.ts';

/** 100 MB: a boundary file is a thousandth of it; layers have their own command. */
export const MAX_PROJECT_BYTES = 100_000_000;

const MANY_VERTICES = 1_000_000;

export interface OpenOptions {
  readonly answers?: ImportAnswers | undefined;
  /** Extent of the layers, lon/lat: ranks the candidates of a coordinate question. */
  readonly regionExtent?: BBox | undefined;
  /** Places for saying where a candidate falls. */
  readonly areas?: readonly NamedArea[] | undefined;
  readonly maxBytes?: number | undefined;
  /** For formats that are read through GDAL. */
  readonly gdal?: ProjectGdal | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A file as it arrived, with those that belong to it. */
export interface InputFile extends NamedFile {
  readonly beside?: readonly NamedFile[] | undefined;
  /** What the user handed in, where it is not these files themselves: the archive they were in. */
  readonly source?: Project['source'] | undefined;
  /** What is to be said of the way it came. */
  readonly notes?: readonly Note[] | undefined;
}

/** The projects of a file, and what could tell more of them apart. */
export interface OpenedProjects {
  readonly projects: readonly Project[];
  readonly fields: readonly FieldChoice[];
}

/**
 * A boundary file to projects. Throws a UserError with a sentence in `text/words/import.ts` for a file
 * that cannot be read; where its detail is an `ImportQuestion` (`questionOf`), the way on is to call
 * again with the answer. Whatever was tolerated or repaired is in `notes`.
 */
export async function openProjects(
  input: InputFile,
  options: OpenOptions = {},
): Promise<OpenedProjects> {
  const { signal, answers = {}, maxBytes = MAX_PROJECT_BYTES, gdal } = options;
  const file = baseName(input.name);
  const { bytes, beside = [] } = input;
  const size = beside.reduce((sum, part) => sum + part.bytes.length, bytes.length);
  if (size > maxBytes) throw importError('err-too-large', { file, bytes: size, maxBytes });
  const format = sniffFormat(file, bytes);
  signal?.throwIfAborted();
  const read = await format.read(bytes, { name: file, beside, answers, gdal, signal });
  const raw = pickLayers(
    { ...read, notes: [...(input.notes ?? []), ...read.notes] },
    answers.layers,
    file,
  );
  signal?.throwIfAborted();
  if (raw.parcels.length === 0) throw importError('err-empty', { file });
  const source = input.source ?? { file, sha256: inputSha256(input) };
  const parts = splitProjects(raw, answers.nameField, file);
  const projects = parts.map((part, i) => buildProject(part, source, i + 1, options));
  return { projects, fields: fieldChoices(raw.parcels) };
}

/** The projects alone; see `openProjects`. */
export async function openProject(
  input: InputFile,
  options: OpenOptions = {},
): Promise<readonly Project[]> {
  return (await openProjects(input, options)).projects;
}

/** One file: its own hash. Several: the hash over their names and hashes, so that none changes unseen. */
export function inputSha256({ name, bytes, beside = [], source }: InputFile): string {
  if (source) return source.sha256;
  if (beside.length === 0) return sha256Hex(bytes);
  const lines = [{ name: baseName(name), bytes }, ...beside]
    .map((part) => `${part.name.normalize('NFC')}\0${sha256Hex(part.bytes)}\n`)
    .sort();
  return sha256Hex(new TextEncoder().encode(lines.join('')));
}

function buildProject(
  raw: RawProject,
  source: Project['source'],
  numberInFile: number,
  options: OpenOptions,
): Project {
  const rings = raw.parcels.flatMap((parcel) => parcel.rings.map(ringNumbers));
  checkNumbers(raw.parcels);
  needAreas(raw.parcels);
  const crs = locateRings(rings, raw.hints, options);
  const idNotes: Note[] = [];
  const ids = uniqueIds(raw.parcels, idNotes);
  const built = raw.parcels.map((parcel, i) => {
    options.signal?.throwIfAborted();
    const name = parcel.name?.normalize('NFC') ?? `地块${ids[i]}`;
    return buildParcel(parcel, ids[i]!, name, crs);
  });
  const parcels = built.map(({ parcel }) => parcel);
  const placed = built.map(({ parcel, shape }) => ({ name: parcel.name, shape }));
  const geographic = built.every(({ parcel }) => parcel.planeAreaM2 === null);
  const notes = [
    ...raw.notes,
    ...crsNotes(crs, raw, options),
    ...idNotes,
    ...built.flatMap((one) => one.notes),
    ...overlapNotes(placed, geographic, options.signal),
    ...sizeNotes(parcels.reduce((sum, parcel) => sum + parcel.vertices, 0)),
  ];
  const purposes = new Set(raw.parcels.flatMap(({ purpose }) => (purpose ? [purpose] : [])));
  return {
    id: raw.id?.normalize('NFC') ?? `${source.sha256.slice(0, 12)}-${numberInFile}`,
    name: (raw.name ?? source.file.replace(/\.[^.]+$/, '')).normalize('NFC'),
    code: raw.code,
    applicant: raw.applicant?.normalize('NFC') ?? null,
    purpose: purposes.size > 0 ? [...purposes].join('、').normalize('NFC') : null,
    source,
    crs: { epsg: crs.epsg, how: crs.how, detail: evidenceText(crs.evidence), shift: null },
    parcels,
    claim: {},
    notes,
  };
}

/** A line or a point has no area before a width is given. */
function needAreas(parcels: readonly RawParcel[]): void {
  const lines = parcels.filter(({ shape }) => shape === 'line').length;
  const points = parcels.filter(({ shape }) => shape === 'point').length;
  if (lines + points === 0) return;
  const params = { kind: lines > 0 ? 'line' : 'point', count: lines + points };
  throw importError('err-needs-buffer', params, {
    kind: 'outline',
    lines,
    points,
  } satisfies ImportQuestion);
}

/** Before anything is guessed from the numbers they must be numbers. */
function checkNumbers(parcels: readonly RawParcel[]): void {
  parcels.forEach((parcel, i) => {
    const name = parcel.name ?? `地块${parcel.id ?? i + 1}`;
    if (parcel.rings.length === 0) throw importError('err-parcel-empty', { parcel: name });
    parcel.rings.forEach((ring, r) => {
      const broken = ringNumbers(ring).some((at) => !at.every(Number.isFinite));
      if (broken) throw importError('err-not-finite', { parcel: name, ring: r + 1 });
    });
  });
}

function crsNotes(crs: KnownCrs, raw: RawProject, { regionExtent }: OpenOptions): Note[] {
  const notes: Note[] = [];
  const { epsg, reading, evidence, bbox } = crs;
  if (reading.swapped) notes.push(importNote('note-axes-swapped', 'warning', { epsg }));
  if (evidence.code === 'crs-by-header') {
    notes.push(importNote('note-no-prefix', 'info', evidence.params));
  }
  if (reading.addEastM !== 0) notes.push(importNote('note-prefix-changed', 'warning', { epsg }));
  const isUnnamed = evidence.code === 'crs-by-degrees' && raw.hints.datum === null;
  if (epsg === 4326 || raw.hints.datum === 'wgs84' || isUnnamed) {
    notes.push(importNote('note-wgs84', 'info', {}));
  }
  if (regionExtent && !bboxesMeet(bbox, regionExtent)) {
    const params = { lon: bbox[0], lat: bbox[1] };
    notes.push(importNote('note-outside-region', 'warning', params));
  }
  return notes;
}

function sizeNotes(vertices: number): Note[] {
  return vertices > MANY_VERTICES
    ? [importNote('note-many-vertices', 'warning', { vertices })]
    : [];
}

/** Numbers of the file where they tell parcels apart; a second of the same number gets "-2". */
function uniqueIds(parcels: readonly RawParcel[], notes: Note[]): string[] {
  const seen = new Set<string>();
  return parcels.map((parcel, i) => {
    const wanted = (parcel.id ?? String(i + 1)).normalize('NFC');
    let id = wanted;
    for (let n = 2; seen.has(id); n++) id = `${wanted}-${n}`;
    seen.add(id);
    if (id !== wanted && parcel.id !== null) {
      notes.push(importNote('note-duplicate-id', 'warning', { id: wanted, given: id }));
    }
    return id;
  });
}

function baseName(name: string): string {
  return (name.split(/[/\\]/).pop() ?? name).normalize('NFC');
}
