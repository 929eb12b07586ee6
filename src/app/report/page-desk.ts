import type { ExportedFile } from '../check-protocol.ts';
import type { Look } from '../look.ts';
import type { Shell } from '../shell.ts';
import { textOf } from '../spoken-error.ts';

/** Makes the page of the report step anew when the report or the way it is written changes. */
export class PageDesk {
  readonly #shell: Shell;
  readonly #job: { exportReport(format: string): Promise<ExportedFile> };
  #of: readonly unknown[] = [];
  #making: Promise<void> = Promise.resolve();

  constructor(shell: Shell, job: { exportReport(format: string): Promise<ExportedFile> }) {
    this.#shell = shell;
    this.#job = job;
  }

  /** Called while the page is in sight. */
  onUpdated(): void {
    const { workspace, look, lang } = this.#shell;
    const { redact, house } = look.output;
    const language = look.reportLanguage ?? lang;
    const of = [workspace.state.report, language, look.greyFigures, redact, house];
    if (of.length === this.#of.length && of.every((one, i) => one === this.#of[i])) return;
    const isOther = of[0] !== this.#of[0];
    this.#of = of;
    if (isOther) this.#put({ source: '', failure: null });
    this.#making = this.#make(of);
  }

  /** The printer gets the page as it stands in the report step. */
  async print(): Promise<void> {
    this.onUpdated();
    await this.#making;
    await this.#shell.drawn();
    if (this.#shell.look.page.source !== '') window.print();
  }

  async #make(of: readonly unknown[]): Promise<void> {
    try {
      const { bytes } = await this.#job.exportReport('html');
      if (of !== this.#of) return this.#making;
      this.#put({ source: new TextDecoder().decode(bytes), failure: null });
    } catch (cause) {
      if (of === this.#of) this.#put({ source: '', failure: textOf(cause) });
    }
  }

  #put(page: Look['page']): void {
    this.#shell.change({ page });
  }
}
