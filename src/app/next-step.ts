import type { StepName } from '../components/choices.ts';
import type { IconName } from '../components/icons.ts';
import { isComplete, openQuestions, uncheckedLines } from '../components/report-reading.ts';
import { KINDS } from '../domain/kinds.ts';
import type { Language } from '../text/text.ts';
import { say } from '../text/words/ui.ts';
import { isAnswered } from './import-question.ts';
import type { WorkspaceState } from './workspace.ts';

export type Act =
  | 'open'
  | 'sample'
  | 'check'
  | 'cancel'
  | 'findings'
  | 'report'
  | 'save'
  | 'print'
  | 'import-answer'
  | 'import-skip'
  | 'import-cancel';

export interface StepButton {
  readonly act: Act;
  readonly label: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
}

/** The footer of the panel: one sentence, one primary button, at most one other. */
export interface NextStep {
  readonly sentence: string;
  readonly primary: StepButton;
  readonly other?: StepButton;
  /** 0 to 1; null while nothing runs. */
  readonly progress: number | null;
}

export interface StepContext {
  readonly state: WorkspaceState;
  readonly step: StepName;
  readonly language: Language;
  readonly hasSample: boolean;
  readonly files: number;
  readonly saving: boolean;
}

export function nextStep(context: StepContext): NextStep {
  const { state, step, language } = context;
  const running = runningStep(context);
  if (running) return running;
  if (state.question) return questionStep(context);
  if (state.projects.length === 0) {
    const sample = { act: 'sample', label: say('button.sample', language) } as const;
    return {
      sentence: say('next.open', language),
      primary: { act: 'open', label: say('button.open', language), icon: 'folder-open' },
      ...(context.hasSample && { other: sample }),
      progress: null,
    };
  }
  if (!state.report || state.stale) {
    return {
      sentence: say('next.check', language),
      primary: { act: 'check', label: say('button.check', language), icon: 'scan-search' },
      progress: null,
    };
  }
  if (step === 'project') {
    return {
      sentence: say('next.findings', language),
      primary: { act: 'findings', label: say('button.findings', language), icon: 'scan-search' },
      other: recheck(language),
      progress: null,
    };
  }
  return step === 'report' ? saveStep(context) : findingsStep(context);
}

function runningStep({ state, language }: StepContext): NextStep | null {
  const { opening, checking } = state;
  if (opening === null && checking === null) return null;
  const primary: StepButton = {
    act: 'check',
    label: say('button.checking', language),
    icon: 'loader',
    disabled: true,
  };
  if (opening !== null) {
    const { name: file, number: i, of: n, share } = opening;
    const sentence =
      n > 1
        ? say('import.reading.n', language, { file, i, n })
        : say('import.reading', language, { file, p: Math.floor(share * 100) });
    const other: StepButton = { act: 'import-cancel', label: say('button.cancel', language) };
    return { sentence, primary, other, progress: (i - 1 + share) / n };
  }
  const other: StepButton = { act: 'cancel', label: say('button.cancel', language) };
  if (checking === 'starting' || checking === null) {
    return { sentence: say('running.start', language), primary, other, progress: 0 };
  }
  switch (checking.step) {
    case 'reading':
      return {
        sentence: say('running.reading', language, { file: checking.file }),
        primary,
        other,
        progress: 0,
      };
    case 'layer': {
      const { kind, index, total } = checking;
      const layer = KINDS[kind].short[language];
      const i = Math.min(total, index + 1);
      const sentence = say('running', language, { layer, i, n: total });
      return { sentence, primary, other, progress: total > 0 ? i / (total + 1) : 0 };
    }
    default:
      return { sentence: say('running.judging', language), primary, other, progress: 1 };
  }
}

function questionStep({ state, language }: StepContext): NextStep {
  const question = state.question!;
  const { ask, draft } = question;
  const answered = isAnswered(question);
  const other = { act: 'import-skip', label: say('button.cancel.import', language) } as const;
  if (ask.kind !== 'crs') {
    const n = draft.layers?.length ?? 0;
    const label =
      ask.kind === 'layers' && n > 0
        ? say('button.import.layers', language, { n })
        : say('button.import.on', language);
    const primary = { act: 'import-answer', label, disabled: !answered } as const;
    return { sentence: say('next.import.answer', language), primary, other, progress: null };
  }
  const n = ask.candidates.findIndex(({ epsg }) => epsg === draft.crs) + 1;
  return {
    sentence: say(n > 0 ? 'next.crs' : 'crs.lead', language),
    primary: {
      act: 'import-answer',
      label: n > 0 ? say('button.crs', language, { n }) : say('button.check', language),
      disabled: !answered,
    },
    other,
    progress: null,
  };
}

function findingsStep({ state, language }: StepContext): NextStep {
  const report = state.report!;
  if (!isComplete(report)) {
    const n = uncheckedLines(report).length;
    return {
      sentence: n > 0 ? say('next.layers', language, { n }) : say('next.position', language),
      primary: { act: 'check', label: say('button.recheck', language), icon: 'refresh' },
      other: { act: 'report', label: say('button.report.anyway', language), icon: 'file-text' },
      progress: null,
    };
  }
  const n = openQuestions(report).length;
  return {
    sentence: n > 0 ? say('next.answer', language, { n }) : say('next.report', language),
    primary: { act: 'report', label: say('button.report', language), icon: 'file-text' },
    other: recheck(language),
    progress: null,
  };
}

function saveStep({ language, files, saving }: StepContext): NextStep {
  return {
    sentence:
      files > 0 ? say('next.save', language, { n: files }) : say('next.save.none', language),
    primary: {
      act: 'save',
      label: saving ? say('button.saving', language) : say('button.save', language, { n: files }),
      icon: saving ? 'loader' : 'download',
      disabled: files === 0 || saving,
    },
    other: { act: 'print', label: say('button.print', language), icon: 'printer' },
    progress: null,
  };
}

function recheck(language: Language): StepButton {
  return { act: 'check', label: say('button.recheck', language), icon: 'refresh' };
}
