import type { Look } from '../look.ts';
import type { WorkspaceState } from '../workspace.ts';

/** The report lies over the map, as it will be printed. */
export function isPaged(look: Look, { report }: Pick<WorkspaceState, 'report'>): boolean {
  return look.mode === 'check' && look.step === 'report' && report !== null && !look.drawing;
}
