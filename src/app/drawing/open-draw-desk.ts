import type { Shell } from '../shell.ts';
import { DrawDesk, type DrawDeskHost } from './draw-desk.ts';
import type { History } from './history.ts';
import type { Snapshot } from './snapshot.ts';
import '../../components/draw-bar.ts';
import '../../components/draw-panel.ts';

/** The drawing desk with the elements of the board: everything that drawing alone needs. */
export function openDrawDesk(shell: Shell, host: DrawDeskHost, history: History<Snapshot>) {
  return new DrawDesk(shell, host, history);
}
