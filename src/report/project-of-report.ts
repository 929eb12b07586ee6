import type { GeoJsonMultiPolygon } from '../domain/document.ts';
import type { Note } from '../domain/note.ts';
import type { Parcel, Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import { UserError } from '../domain/user-error.ts';
import { type MultiPolygon, toFlat } from '../geometry/shapes.ts';

/**
 * The project that a report speaks of, as it was checked, for checking it again. Coordinates are those
 * of the report, to 1e-9 degrees; points as the file wrote them are not kept there.
 *
 * @throws UserError `report-without-geometry`, `report-redacted`
 */
export function projectOfReport({ project, redaction }: CheckReport): Project {
  if (redaction) throw new UserError('report-redacted', { name: project.name });
  const { id, name, code, applicant, purpose, source, crs, claim } = project;
  return {
    ...{ id, name, code, applicant, purpose, source, crs, claim },
    parcels: project.parcels.map((parcel): Parcel => {
      if (parcel.geometry === null) throw new UserError('report-without-geometry', { name });
      return {
        id: parcel.id,
        name: parcel.name,
        polygons: toFlat(positionsOf(parcel.geometry)),
        planeAreaM2: parcel.planeAreaM2,
        declaredAreaM2: parcel.declaredAreaM2,
        purpose: null,
        vertices: parcel.vertices,
        given: [],
      };
    }),
    notes: project.notes.map(
      ({ code: noteCode, severity, params }): Note => ({
        code: noteCode,
        severity,
        params,
      }),
    ),
  };
}

const positionsOf = ({ coordinates }: GeoJsonMultiPolygon): MultiPolygon =>
  coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
