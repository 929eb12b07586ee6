import { Door } from '../door.ts';
import type { FileLike } from '../read-files.ts';
import type { Shell } from '../shell.ts';
import type { CompareDesk, CompareDeskHost } from './compare-desk.ts';
import { MAY_BE_REPORT } from './may-be-report.ts';

/** The way to reports of former checks. */
export class CompareDoor {
  readonly #door: Door<CompareDesk>;
  readonly #app: HTMLElement;

  constructor(app: HTMLElement, shell: Shell, host: CompareDeskHost) {
    this.#app = app;
    this.#door = new Door(shell, async () => {
      const { CompareDesk } = await import('./compare-desk.ts');
      return new CompareDesk(shell, host);
    });
  }

  listen(): void {
    this.#app.addEventListener('sanxian-compare', ({ detail }) =>
      this.#door.with((desk) => desk.act(detail)),
    );
  }

  /** Takes reports out of files given by hand; the others are given back. */
  async takeReports<F extends FileLike>(files: readonly F[]): Promise<readonly F[]> {
    if (!files.some(({ name }) => MAY_BE_REPORT.test(name))) return files;
    return (await this.#door.open()).takeReports(files);
  }
}
