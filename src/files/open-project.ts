import { sha256Hex } from '../bytes/sha256.ts';
import { transformOf } from '../crs/transform.ts';
import type { FieldChoice, ImportAnswers } from '../domain/import-answers.ts';
import type { Note } from '../domain/note.ts';
import type { OnProgress } from '../domain/progress.ts';
import type { Project } from '../domain/project.ts';
import { type Clipper, loadClipper } from '../geometry/clip.ts';
import type { BBox } from '../geometry/shapes.ts';
import { type BuiltParcel, buildParcel, type Widener } from './build-parcel.ts';
import { crsNotes } from './crs-notes.ts';
import { defectsOf, errorOfDefects } from './file-defects.ts';
import type { NamedFile, RawParcel, RawProject } from './formats/format.ts';
import { ringNumbers } from './frame.ts';
import { importError } from './import-message.ts';
import { MAX_PROJECT_BYTES } from './largest-project.ts';
import { crsDetail, locateRings, type NamedArea } from './locate-rings.ts';
import { sizeNotes, uniqueIds } from './parcel-notes.ts';
import { overlapNotes } from './parcel-overlaps.ts';
import { pickLayers } from './pick-layers.ts';
import type { ProjectGdal } from './project-gdal.ts';
import { sniffFormat } from './sniff.ts';
import { fieldChoices, splitProjects } from './split-projects.ts';
import { isArea, needWidths } from './widen-parcel.ts';

export interface OpenOptions {
  readonly answers?: ImportAnswers | undefined;
  /** Extent of the layers, lon/lat: ranks the candidates of a coordinate question. */
  readonly regionExtent?: BBox | undefined;
  /** Places for saying where a candidate falls. */
  readonly areas?: readonly NamedArea[] | undefined;
  readonly maxBytes?: number | undefined;
  /** Told as `reading`, with its share, once the file is taken apart and after every parcel. */
  readonly onProgress?: OnProgress | undefined;
  /** Asked for only where lines or points are widened; a browser has to say where the wasm is. */
  readonly clipper?: (() => Promise<Clipper>) | undefined;
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
  if (read.saved) return { projects: read.saved, fields: [] };
  const noted = { ...read, notes: [...(input.notes ?? []), ...read.notes] };
  const raw = pickLayers(noted, answers.layers, file);
  signal?.throwIfAborted();
  if (raw.parcels.length === 0) throw importError('err-empty', { file });
  const source = input.source ?? { file, sha256: inputSha256(input) };
  needWidths(raw.parcels, answers);
  const isAllAreas = raw.parcels.every((parcel) => isArea(parcel, answers));
  const clipper = isAllAreas ? null : await (options.clipper ?? loadClipper)();
  const parts = splitProjects(raw, answers.nameField, file);
  const widener = { answers, clipper };
  const tell = shareTeller(file, options.onProgress);
  const projects = parts.map((part, i) =>
    buildProject(part, source, i + 1, options, widener, (share) =>
      tell((i + share) / parts.length),
    ),
  );
  return { projects, fields: fieldChoices(raw.parcels) };
}

/** Says how far a file has come, a hundred times at most. */
function shareTeller(file: string, onProgress: OnProgress | undefined): (share: number) => void {
  let told = -1;
  return (share) => {
    if (Math.floor(share * 100) <= told) return;
    told = Math.floor(share * 100);
    onProgress?.({ step: 'reading', file, share });
  };
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
  widener: Widener,
  tell: (share: number) => void,
): Project {
  const rings = raw.parcels.flatMap((parcel) => parcel.rings.map(ringNumbers));
  checkNumbers(raw.parcels);
  const crs = locateRings(rings, raw.hints, options);
  const idNotes: Note[] = [];
  const ids = uniqueIds(raw.parcels, idNotes);
  const built = buildAll(raw.parcels, (parcel, i) => {
    options.signal?.throwIfAborted();
    tell(i / raw.parcels.length);
    const name = parcel.name?.normalize('NFC') ?? `地块${ids[i]}`;
    return buildParcel(parcel, ids[i]!, name, crs, widener);
  });
  const parcels = built.map(({ parcel }) => parcel);
  const placed = built.map(({ parcel, shape }) => ({ name: parcel.name, shape }));
  const transform = transformOf(crs.epsg, crs.corrections);
  const toLonLat = transform.geographic ? null : transform.toLonLat;
  const notes = [
    ...raw.notes,
    ...crsNotes(crs, rings, raw, options),
    ...idNotes,
    ...built.flatMap((one) => one.notes),
    ...overlapNotes(placed, toLonLat, options.signal),
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
    crs: {
      epsg: crs.epsg,
      how: crs.how,
      detail: crsDetail(crs),
      shift: crs.corrections.internetMap ?? null,
      ...(crs.corrections.datumShift && { datumShift: crs.corrections.datumShift }),
    },
    parcels,
    claim: {},
    notes,
  };
}

/** Every parcel, so that the defects of all are told at once and not the first alone. */
function buildAll(
  parcels: readonly RawParcel[],
  build: (parcel: RawParcel, index: number) => BuiltParcel,
): BuiltParcel[] {
  const defects: Note[] = [];
  const built = parcels.flatMap((parcel, i) => {
    try {
      return [build(parcel, i)];
    } catch (error) {
      const found = defectsOf(error);
      if (found.length === 0) throw error;
      defects.push(...found);
      return [];
    }
  });
  if (defects.length > 0) throw errorOfDefects(defects);
  return built;
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

function baseName(name: string): string {
  return (name.split(/[/\\]/).pop() ?? name).normalize('NFC');
}
