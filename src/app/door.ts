import type { Shell } from './shell.ts';
import { textOf } from './spoken-error.ts';

/**
 * The way to a desk whose code comes when it is first needed. A load that failed is said, and tried again
 * the next time.
 */
export class Door<Desk> {
  readonly #shell: Pick<Shell, 'change'>;
  readonly #load: () => Promise<Desk>;
  #desk: Desk | null = null;
  #opening: Promise<Desk> | null = null;

  constructor(shell: Pick<Shell, 'change'>, load: () => Promise<Desk>) {
    this.#shell = shell;
    this.#load = load;
  }

  /** null: nobody has needed it yet. */
  get desk(): Desk | null {
    return this.#desk;
  }

  /** Rejects where the code cannot be had. */
  async open(): Promise<Desk> {
    this.#opening ??= this.#load();
    try {
      this.#desk = await this.#opening;
      return this.#desk;
    } catch (cause) {
      this.#opening = null;
      throw cause;
    }
  }

  with(use: (desk: Desk) => void): void {
    if (this.#desk) {
      use(this.#desk);
      return;
    }
    this.open().then(use, (cause: unknown) => {
      this.#shell.change({ message: textOf(cause) });
    });
  }
}
