import { KINDS } from '../../domain/kinds.ts';
import { numberedPieces } from '../../domain/pieces.ts';
import type { CheckReport } from '../../domain/report.ts';
import { UserError } from '../../domain/user-error.ts';
import { ZONE_WORDS } from '../../domain/zones.ts';
import type { MultiPolygon } from '../../geometry/shapes.ts';
import type { Language } from '../../text/text.ts';

/** A parcel of the site or an occupied piece, with what a GIS wants to know of it. */
export interface ReportShape {
  readonly role: 'site' | 'overlap';
  /** CGCS2000 lon/lat, rings closed, the outer first. */
  readonly polygons: MultiPolygon;
  readonly number: number | null;
  readonly name: string;
  readonly parcel: string;
  readonly line: string | null;
  readonly zone: string | null;
  readonly areaM2: number;
}

/**
 * Site and occupied pieces as shapes. @throws UserError `figure-without-geometry` where the report holds
 * none: a file without shapes would read like a site that occupies nothing
 */
export function reportShapes(report: CheckReport, lang: Language): readonly ReportShape[] {
  if (report.redaction) throw new UserError('report-redacted', { name: report.project.name });
  const shapes: ReportShape[] = [];
  for (const { id, name, areaM2, geometry } of report.project.parcels) {
    if (geometry === null) throw new UserError('figure-without-geometry');
    const polygons = positionsOf(geometry.coordinates);
    const place = { number: null, name, parcel: id, line: null, zone: null };
    shapes.push({ role: 'site', polygons, ...place, areaM2 });
  }
  for (const { number, kind, overlap } of numberedPieces(report)) {
    if (overlap.geometry === null) continue;
    shapes.push({
      role: 'overlap',
      polygons: positionsOf(overlap.geometry.coordinates),
      number,
      name: overlap.featureId,
      parcel: overlap.parcel,
      line: KINDS[kind].title[lang],
      zone: overlap.zone === null ? null : ZONE_WORDS[overlap.zone][lang],
      areaM2: overlap.areaM2,
    });
  }
  return shapes;
}

type Coordinates = readonly (readonly (readonly (readonly [number, number])[])[])[];

const positionsOf = (coordinates: Coordinates): MultiPolygon =>
  coordinates.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
