import type { ProjectSummary } from '../components/project-panel.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Language, Text } from '../text/text.ts';
import { say } from '../text/words/ui.ts';

/** A project as the panel shows it; measured areas come with the report, and further notes. */
export function projectSummary(
  project: Project,
  report: CheckReport | null,
  language: Language,
  noteTexts: readonly Text[] = [],
): ProjectSummary {
  const measured = report?.project;
  return {
    name: project.name,
    file: project.source.file,
    vertices: project.parcels.reduce((sum, { vertices }) => sum + vertices, 0),
    crs: inBrackets(
      crsName(project.crs.epsg, language),
      say(`crs.${project.crs.how}`, language),
      language,
    ),
    crsDetail: project.crs.detail,
    areaM2: measured?.areaM2 ?? null,
    parcels: project.parcels.map(({ id, name, planeAreaM2, declaredAreaM2 }) => ({
      id,
      name,
      planeAreaM2,
      declaredAreaM2,
      areaM2: measured?.parcels.find((parcel) => parcel.id === id)?.areaM2 ?? null,
    })),
    noteCount: (measured ?? project).notes.length,
    notes: (measured?.notes ?? worded(project, noteTexts)).map(
      ({ severity, text, code }, index) => {
        const given = project.notes[index];
        const at = given?.code === code ? given.at : undefined;
        return { severity, text, ...(at && { at }) };
      },
    ),
  };
}

/** Notes of the import before a report brings them; left out where no sentence came with them. */
function worded({ notes }: Project, texts: readonly Text[]) {
  return notes.flatMap(({ code, severity }, index) => {
    const text = texts[index];
    return text ? [{ code, severity, text }] : [];
  });
}

function inBrackets(name: string, more: string, language: Language): string {
  return language === 'zh' ? `${name}（${more}）` : `${name} (${more})`;
}

/** EPSG 4513-4533 are zones with prefix (25-45), 4534-4554 the same meridians without. */
export function crsName(epsg: number, language: Language): string {
  if (epsg >= 4513 && epsg <= 4533) return say('crs.zone3', language, { zone: epsg - 4488 });
  if (epsg >= 4534 && epsg <= 4554) {
    return say('crs.cm3', language, { cm: 75 + 3 * (epsg - 4534) });
  }
  return epsg === 4490 ? say('crs.lonlat', language) : `EPSG:${epsg}`;
}
