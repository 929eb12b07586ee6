import type { DrawAct } from '../../components/drawing-board.ts';
import type { Shell } from '../shell.ts';
import { textOf } from '../spoken-error.ts';
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
  readonly #host: DrawDeskHost;
  readonly #history: History<Snapshot>;
  #desk: DrawDesk | null = null;
  #opening: Promise<DrawDesk> | null = null;

  constructor(shell: Shell, host: DrawDeskHost) {
    this.#shell = shell;
    this.#host = host;
    const start: Snapshot = { ...shell.workspace.state, parcels: null };
    this.#history = new History(snapshotOf(start), snapshotBytes, HISTORY_BYTES);
  }

  onAct(act: DrawAct): void {
    this.#with((desk) => desk.onAct(act));
  }

  /** Whether the key was for drawing. */
  onKey(event: KeyboardEvent): boolean {
    if (this.#desk) return this.#desk.onKey(event);
    return onDrawKey(event, null, {
      begin: () => this.#with((desk) => desk.begin(this.#shell.look.welcoming)),
      undo: () => this.#with((desk) => desk.undo()),
      redo: () => this.#with((desk) => desk.redo()),
      list: () => {},
      free: () => {},
    });
  }

  /** The workspace changed: a project that was opened or picked is a step that undo takes back. */
  onWork(): void {
    if (this.#desk) {
      this.#desk.onWork();
      return;
    }
    // Once for the several changes that opening a file makes.
    queueMicrotask(() => {
      const { projects, noteTexts, index } = this.#shell.workspace.state;
      const { present } = this.#history;
      if (this.#desk || (projects === present.projects && index === present.index)) return;
      this.#history.push({ projects, noteTexts, index, parcels: null });
    });
  }

  onView(): void {
    this.#desk?.onView();
  }

  onUpdated(): void {
    this.#desk?.onUpdated();
  }

  onSeated(): void {
    this.#desk?.onSeated();
  }

  leave(): void {
    this.#desk?.leave();
  }

  #with(use: (desk: DrawDesk) => void): void {
    if (this.#desk) {
      use(this.#desk);
      return;
    }
    this.#open().then(use, (cause: unknown) => {
      this.#opening = null;
      this.#shell.change({ message: textOf(cause)[this.#shell.lang] });
    });
  }

  #open(): Promise<DrawDesk> {
    this.#opening ??= import('./open-draw-desk.ts').then(({ openDrawDesk }) => {
      this.#desk = openDrawDesk(this.#shell, this.#host, this.#history);
      return this.#desk;
    });
    return this.#opening;
  }
}

function snapshotOf({ projects, noteTexts, index, parcels }: Snapshot): Snapshot {
  return { projects, noteTexts, index, parcels };
}
