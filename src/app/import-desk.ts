import { PASTED_NAME } from '../files/pasted-name.ts';
import type { MainJob } from './main-job.ts';
import type { Shell } from './shell.ts';

/** What a person says about files, and pastes: the events of the question sheets and the paste sheet. */
export class ImportDesk {
  readonly #shell: Shell;
  readonly #job: MainJob;

  constructor(shell: Shell, job: MainJob) {
    this.#shell = shell;
    this.#job = job;
  }

  listenTo(app: HTMLElement): void {
    const { workspace, desk, change } = this.#shell;
    app.addEventListener('sanxian-crs-show', ({ detail: { epsg } }) => {
      workspace.draftAnswer({ crs: epsg });
      const ask = workspace.state.question?.ask;
      const candidates = ask?.kind === 'crs' ? ask.candidates : [];
      const candidate = candidates.find((one) => one.epsg === epsg);
      if (candidate) desk.map?.fitTo(candidate.bbox);
    });
    app.addEventListener('sanxian-import-draft', ({ detail }) => {
      workspace.draftAnswer(detail.change);
    });
    app.addEventListener('sanxian-import-reread', ({ detail }) => {
      void this.#job.importing(workspace.reread(detail.change));
    });
    app.addEventListener('sanxian-project-save', () => void this.#job.saveProject());
    app.addEventListener('sanxian-paste-open', () => change({ pasted: '' }));
    app.addEventListener('sanxian-paste-close', () => change({ pasted: null }));
    app.addEventListener('sanxian-paste', ({ detail: { text } }) => {
      change({ pasted: null });
      const bytes = new TextEncoder().encode(text);
      void this.#job.importFiles([{ name: PASTED_NAME, bytes }]);
    });
  }

  /** Ctrl+V anywhere but where text is typed: files are opened, text is shown before it is. */
  onPaste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (!clipboardData || isTyped(event)) return;
    const files = [...clipboardData.files];
    const text = clipboardData.getData('text/plain');
    if (text.trim() !== '') this.#shell.change({ pasted: text });
    else if (files.length > 0) void this.#job.import(files);
    else return;
    event.preventDefault();
  }
}

function isTyped(event: Event): boolean {
  const inside = event.composedPath()[0];
  return (
    inside instanceof HTMLElement &&
    (inside.isContentEditable || inside.matches('input, textarea, select'))
  );
}
