import type { Position } from '../../geometry/shapes.ts';
import { Door } from '../door.ts';
import type { LayerDesk } from '../layer-desk.ts';
import type { Shell } from '../shell.ts';
import type { ReviewDesk, ReviewHost } from './review-desk.ts';

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
