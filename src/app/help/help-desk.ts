import type { Message } from '../../components/help/help-parts.ts';
import type { Look } from '../look.ts';
import type { MainJob } from '../main-job.ts';
import { rememberPreferences } from '../preferences.ts';
import type { Shell } from '../shell.ts';
import { worded } from '../spoken-error.ts';
import type { HelpView } from './help-view.ts';
import { nextTourStep, prepareTour, tourTarget } from './tour-steps.ts';

/** Messages that are kept for the help. */
const MESSAGES = 10;

/** Help, tour and tips: what takes code of its own is loaded when it is first wanted. */
export class HelpDesk {
  readonly #shell: Shell;
  readonly #element: HTMLElement;
  readonly #job: Pick<MainJob, 'openSample'>;
  #view: typeof import('./help-view.ts') | null = null;
  #before: HTMLElement | null = null;

  constructor(shell: Shell, element: HTMLElement, job: Pick<MainJob, 'openSample'>) {
    this.#shell = shell;
    this.#element = element;
    this.#job = job;
  }

  /** What follows from a change of the look. */
  noted({ message, help, offer = null, sparing, welcoming }: Partial<Look>): Partial<Look> {
    if (welcoming === false) this.#keepFocus();
    if (help && !this.#view) void this.#load();
    if (sparing !== undefined) this.#shell.desk.map?.setSparing(sparing);
    if (message === undefined) return {};
    if (message === null) return { offer };
    const when = new Date().toLocaleTimeString(this.#shell.lang === 'zh' ? 'zh-CN' : 'en-GB');
    const said: Message = { when, text: message };
    return { offer, messages: [said, ...this.#shell.look.messages].slice(0, MESSAGES) };
  }

  /** null until the help is loaded. */
  view(): HelpView | null {
    const { workspace, lang, look } = this.#shell;
    if (look.help === null || !this.#view) return null;
    return this.#view.helpView(workspace.state, lang, document.baseURI);
  }

  listenTo(host: HTMLElement): void {
    const { change } = this.#shell;
    host.addEventListener('sanxian-help', ({ detail: { page } }) => change({ help: page }));
    host.addEventListener('sanxian-switch', ({ detail: { name, on } }) => change({ [name]: on }));
    host.addEventListener('sanxian-first-open', () =>
      change({ help: null, welcoming: true, mode: 'check' }),
    );
    for (const name of ['sanxian-clear-all', 'sanxian-clear-data'] as const) {
      host.addEventListener(name, () => void this.#clearAll());
    }
    host.addEventListener('sanxian-tour', ({ detail: { step } }) => void this.#tour(step));
  }

  /** Where the tour points now. */
  tourTarget(root: ParentNode): Element | null {
    const { tour } = this.#shell.look;
    return tour === null ? null : tourTarget(tour, root);
  }

  /** The first-run card goes with the focus in it: it goes on to what the card was about. */
  #keepFocus(): void {
    const root = this.#element.shadowRoot;
    if (root?.activeElement?.localName !== 'sanxian-first-run') return;
    void this.#shell.drawn().then(() => root.querySelector<HTMLElement>('#result')?.focus());
  }

  async #load(): Promise<void> {
    this.#view = await import('./help-view.ts');
    // drawn anew with what has come
    this.#shell.change({});
  }

  async #tour(step: number | null): Promise<void> {
    const { look, change } = this.#shell;
    if (step === null) {
      change({ tour: null });
      this.#before?.focus();
      this.#before = null;
      return;
    }
    if (look.tour === null) {
      await import('../../components/help/tour.ts');
      this.#before = this.#element.shadowRoot?.querySelector<HTMLElement>('main') ?? null;
      rememberPreferences({ welcomed: true });
    }
    if (!this.#shell.workspace.state.report) await this.#job.openSample();
    const at = nextTourStep(step, look.layout.name, step < (look.tour ?? 0) ? -1 : 1);
    if (at === null) return this.#tour(null);
    change({ ...prepareTour(at, look), tour: at });
  }

  async #clearAll(): Promise<void> {
    const { clearAllData } = await import('../storage/clear-all-data.ts');
    const refused = await clearAllData(this.#element);
    const { sayHelp } = await import('../../text/words/help.ts');
    const why = refused.join('; ');
    const part = {
      zh: sayHelp('cleared.part', 'zh', { why }),
      en: sayHelp('cleared.part', 'en', { why }),
    };
    this.#shell.change({ message: refused.length > 0 ? part : worded('keep.cleared') });
  }
}
