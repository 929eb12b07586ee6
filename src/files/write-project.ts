import { sha256Hex } from '../bytes/sha256.ts';
import type { GeoJsonMultiPolygon } from '../domain/document.ts';
import type { Project } from '../domain/project.ts';
import { PROJECT_SCHEMA_ID, type ProjectDocument } from '../domain/project-document.ts';
import { bboxOf, concatFlat, toNested } from '../geometry/shapes.ts';

/** A project as a `sanxian/project@1` document, without its digest. */
export function projectDocument(project: Project): ProjectDocument {
  const { id, name, code, applicant, purpose, source, crs, parcels, claim, notes } = project;
  const box = bboxOf(concatFlat(parcels.map(({ polygons }) => polygons)));
  return {
    schema: PROJECT_SCHEMA_ID,
    project: {
      ...{ id, name, code, applicant, purpose, source, crs },
      parcels: parcels.map(({ polygons, given: _, ...parcel }) => ({
        ...parcel,
        geometry: {
          type: 'MultiPolygon',
          coordinates: toNested(polygons) as GeoJsonMultiPolygon['coordinates'],
        },
      })),
      bbox: [...box],
      notes: notes.map(({ at, ...note }) => ({ ...note, ...(at && { at: [...at] }) })),
    },
    given: parcels.map(({ id: parcel, given }) => ({
      parcel,
      epsg: crs.epsg,
      shift: crs.shift,
      rings: given.map(({ hole, points }) => ({
        hole,
        points: points.map(([point, x, y]) => [point, x, y]),
      })),
    })),
    claim,
    overrides: [...(project.overrides ?? [])],
  };
}

/** The bytes of a project file; `formats/saved-project` opens them again. */
export function writeProject(project: Project): Uint8Array {
  const document = JSON.parse(JSON.stringify(projectDocument(project))) as ProjectDocument;
  const digest = digestOfProject(document);
  return new TextEncoder().encode(`${JSON.stringify({ ...document, digest }, null, 1)}\n`);
}

/** `sha256:` and hex, of the JSON text as parsed, without white space and without `digest`. */
export function digestOfProject(document: object): string {
  const { digest: _, ...rest } = document as { digest?: unknown };
  return `sha256:${sha256Hex(new TextEncoder().encode(JSON.stringify(rest)))}`;
}
