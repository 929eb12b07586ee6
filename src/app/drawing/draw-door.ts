import type { DrawAct } from '../../components/drawing-board.ts';
import { Door } from '../door.ts';
import type { Shell } from '../shell.ts';
import type { DrawDesk, DrawDeskHost } from './draw-desk.ts';
import { onDrawKey } from './draw-keys.ts';
import { History } from './history.ts';
import { type Snapshot, snapshotBytes } from './snapshot.ts';

/** Of all states that undo can bring back. */
const HISTORY_BYTES = 64 * 1024 * 1024;

/**
 * The way to the drawing desk, which is loaded when somebody first draws or undoes. Until then only the
 * steps are noted that undo would take back.
 */
export class DrawDoor {
  readonly #shell: Shell;
  readonly #history: History<Snapshot>;
  readonly #door: Door<DrawDesk>;

  constructor(shell: Shell, host: DrawDeskHost) {
    this.#shell = shell;
    const start: Snapshot = { ...shell.workspace.state, parcels: null };
    this.#history = new History(snapshotOf(start), snapshotBytes, HISTORY_BYTES);
    this.#door = new Door(shell, async () => {
      const { openDrawDesk } = await import('./open-draw-desk.ts');
      return openDrawDesk(shell, host, this.#history);
    });
  }

  onAct(act: DrawAct): void {
    this.#door.with((desk) => desk.onAct(act));
  }

  /** Whether the key was for drawing. */
  onKey(event: KeyboardEvent): boolean {
    if (this.#door.desk) return this.#door.desk.onKey(event);
    return onDrawKey(event, null, {
      begin: () => this.#door.with((desk) => desk.begin(this.#shell.look.welcoming)),
      undo: () => this.#door.with((desk) => desk.undo()),
      redo: () => this.#door.with((desk) => desk.redo()),
      list: () => {},
      free: () => {},
    });
  }

  /** The workspace changed: a project that was opened or picked is a step that undo takes back. */
  onWork(): void {
    if (this.#door.desk) {
      this.#door.desk.onWork();
      return;
    }
    // Once for the several changes that opening a file makes.
    queueMicrotask(() => {
      const { projects, noteTexts, index } = this.#shell.workspace.state;
      const { present } = this.#history;
      if (this.#door.desk || (projects === present.projects && index === present.index)) return;
      this.#history.push({ projects, noteTexts, index, parcels: null });
    });
  }

  onView(): void {
    this.#door.desk?.onView();
  }

  onUpdated(): void {
    this.#door.desk?.onUpdated();
  }

  onSeated(): void {
    this.#door.desk?.onSeated();
  }

  leave(): void {
    this.#door.desk?.leave();
  }
}

function snapshotOf({ projects, noteTexts, index, parcels }: Snapshot): Snapshot {
  return { projects, noteTexts, index, parcels };
}
