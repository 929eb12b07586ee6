import type { ReportOutput } from '../../components/report-output.ts';
import type { HouseTemplate } from '../../domain/report-template.ts';
import { UserError } from '../../domain/user-error.ts';
import { REPORT_STEP_WORDS } from '../../text/words/report-step.ts';
import type { Shell } from '../shell.ts';
import { textOf } from '../spoken-error.ts';
import { keepTemplate, readKeptTemplate } from './kept-template.ts';

/** Which house template reports are printed in: one a person chose, else that of the deployer. */
export class TemplateDesk {
  readonly #shell: Pick<Shell, 'look' | 'change'>;
  #deployed: HouseTemplate | null = null;

  constructor(shell: Pick<Shell, 'look' | 'change'>) {
    this.#shell = shell;
  }

  /** Takes what the report step tells. */
  listenTo(app: HTMLElement): void {
    app.addEventListener('sanxian-report-redact', ({ detail: { on } }) =>
      this.#put({ redact: on }),
    );
    app.addEventListener('sanxian-report-template', ({ detail: { files } }) => {
      void (files === null ? this.#forget() : this.#choose(files));
    });
  }

  /** @param address of the deployer's template, '' where there is none */
  async begin(address: string, fetcher: typeof fetch = fetch): Promise<void> {
    if (address !== '') {
      try {
        this.#deployed = await open(address.split('/').at(-1)!, (file) =>
          fetched(new URL(file, address).href, fetcher),
        );
        this.#put({ house: this.#deployed, deployed: true });
      } catch (cause) {
        this.#put({ trouble: textOf(cause) });
      }
    }
    const kept = await readKeptTemplate();
    if (kept) this.#put({ house: kept, deployed: false });
  }

  /** One template with its logo; what cannot be read leaves the former in place. */
  async #choose(files: readonly File[]): Promise<void> {
    const [template, ...more] = files.filter(({ name }) => !/\.png$/i.test(name));
    if (template === undefined || more.length > 0) {
      this.#put({ trouble: REPORT_STEP_WORDS.severalFiles });
      return;
    }
    try {
      const house = await open(template.name, async (name) => {
        const file = files.find((one) => one.name === name);
        if (!file) throw new UserError('file-unreadable', { file: name, reason: '' });
        return new Uint8Array(await file.arrayBuffer());
      });
      this.#put({ house, deployed: false, trouble: null });
      if (!(await keepTemplate(house))) this.#put({ trouble: REPORT_STEP_WORDS.notKept });
    } catch (cause) {
      this.#put({ trouble: textOf(cause) });
    }
  }

  async #forget(): Promise<void> {
    this.#put({ house: this.#deployed, deployed: this.#deployed !== null, trouble: null });
    await keepTemplate(null);
  }

  #put(change: Partial<ReportOutput>): void {
    this.#shell.change({ output: { ...this.#shell.look.output, ...change } });
  }
}

/** The reader brings YAML along: only those who use a template load it. */
async function open(
  name: string,
  read: (file: string) => Promise<Uint8Array>,
): Promise<HouseTemplate> {
  const { openTemplate } = await import('../../job/report-template.ts');
  return openTemplate(await read(name), decodeURIComponent(name), read);
}

async function fetched(address: string, fetcher: typeof fetch): Promise<Uint8Array> {
  const fail = (reason: string) => new UserError('file-unreadable', { file: address, reason });
  const response = await fetcher(address).catch((error: unknown) => {
    throw fail(String(error));
  });
  if (!response.ok) throw fail(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}
