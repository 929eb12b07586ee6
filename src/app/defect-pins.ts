import type { DefectPin } from '../map/defect-pins.ts';
import type { WorkspaceState } from './workspace.ts';

/** Where the open project, or the file that could not be read, has defects. */
export function pinsOf({
  projects,
  index,
  refused,
  failure,
}: Pick<WorkspaceState, 'projects' | 'index' | 'refused' | 'failure'>): DefectPin[] {
  if (failure?.step === 'open') {
    const defects = refused.flatMap((one) => one.defects);
    return defects.flatMap(({ at }) => (at ? [{ at, severity: 'error' as const }] : []));
  }
  const notes = projects[index]?.notes ?? [];
  return notes.flatMap(({ at, severity }) => (at ? [{ at, severity }] : []));
}
