import type { Language } from '../../text/text.ts';
import { BUILDING, type BuildingStep, buildingTime } from '../../text/words/building.ts';
import type { Io } from '../io.ts';

const WIDTH = 24;
/** A guess from less than this is no better than none (ms). */
const SILENT_MS = 2000;
const REDRAW_MS = 100;

export interface ProgressBar {
  /** @param total null where nobody knows how much there is */
  show(step: BuildingStep, what: string, done: number, total: number | null): void;
  clear(): void;
}

/**
 * One line on a terminal that is written over; nothing at all where stderr is no terminal. The time that
 * remains is that of the running step, by how fast it went so far: of the steps to come nobody knows.
 */
export function progressBar(
  { stderr, now }: Pick<Io, 'stderr' | 'now'>,
  lang: Language,
  quiet: boolean,
): ProgressBar {
  const shown = stderr.isTTY && !quiet;
  let running = '';
  let started = 0;
  let drawn = 0;
  return {
    show(step, what, done, total) {
      if (!shown) return;
      const time = now().getTime();
      const name = `${step} ${what}`;
      if (name !== running) {
        running = name;
        started = time;
        drawn = 0;
      }
      if (time - drawn < REDRAW_MS) return;
      drawn = time;
      const parts = [BUILDING[step][lang], ...(what === '' ? [] : [what])];
      if (total !== null && total > 0) {
        const share = Math.min(1, done / total);
        const full = Math.round(share * WIDTH);
        parts.push(`${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`, `${Math.floor(share * 100)}%`);
        const spent = time - started;
        if (spent >= SILENT_MS && share > 0) {
          parts.push(buildingTime((spent * (1 - share)) / share / 1000)[lang]);
        }
      } else if (done > 0) {
        parts.push(done.toLocaleString('en-US'));
      }
      stderr.write(`\r\u001b[K${parts.join(' ')}`);
    },
    clear() {
      if (shown && running !== '') stderr.write('\r\u001b[K');
      running = '';
    },
  };
}
