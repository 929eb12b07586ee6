import type { ComponentEvents } from '../../components/events.ts';
import type { Position } from '../../geometry/shapes.ts';
import { Door } from '../door.ts';
import type { LayerDesk } from '../layer-desk.ts';
import type { Shell } from '../shell.ts';
import type { ReviewDesk, ReviewHost } from './review-desk.ts';

/** Told by the panel alone, which may be there before the desk: told again when that has come. */
const ITS_OWN = [
  'sanxian-review-tab',
  'sanxian-review-layer',
  'sanxian-identify-close',
  'sanxian-identify-open',
  'sanxian-statistics',
  'sanxian-save-text',
  'sanxian-print',
  'sanxian-print-make',
  'sanxian-feature-check',
  'sanxian-county',
] as const satisfies readonly (keyof ComponentEvents)[];

/** The way to what a person does in review mode. */
export class ReviewDoor {
  readonly #door: Door<ReviewDesk>;
  readonly #shell: Shell;

  constructor(app: HTMLElement, shell: Shell, layers: LayerDesk, host: ReviewHost) {
    this.#shell = shell;
    this.#door = new Door(shell, async () => {
      const { ReviewDesk } = await import('./review-desk.ts');
      const desk = new ReviewDesk(shell, layers, host);
      desk.listenTo(app);
      return desk;
    });
    for (const name of ITS_OWN) {
      app.addEventListener(name, (event) => {
        if (this.#door.desk) return;
        const { detail } = event as CustomEvent;
        this.#door.with(() => app.dispatchEvent(new CustomEvent(name, { detail })));
      });
    }
    app.addEventListener('sanxian-tool', ({ detail: { tool } }) => {
      // once it is there the desk listens itself
      const at = this.#door.desk ? null : shell.desk.map?.view().center;
      if (tool === 'identify' && at) this.onClick(at);
    });
  }

  onClick(at: Position): void {
    this.#door.with((desk) => desk.onClick(at));
  }

  onMoved(): void {
    this.#door.desk?.onMoved();
  }

  /** The panel is on screen: from now on it tells what is wanted. */
  onUpdated(): void {
    if (this.#shell.look.mode === 'review') this.#door.with((desk) => desk.onUpdated());
  }

  leave(): void {
    this.#door.desk?.leave();
  }
}
