/** Words for the choices of the workspace itself. */
export const MODES = ['check', 'review', 'batch'] as const;
export type Mode = (typeof MODES)[number];

export const STEPS = ['project', 'findings', 'report'] as const;
export type StepName = (typeof STEPS)[number];

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export type Theme = Exclude<ThemeChoice, 'system'>;

/** What a hand does on the map besides moving it: one at a time. */
export type MapTool = 'identify' | 'measure' | 'go-to' | 'pick-coordinate' | 'swipe';

/** A map at a round scale, as a person asks for it. */
export const SHEET_PAPERS = ['a4p', 'a4l', 'a3p', 'a3l'] as const;
export type SheetPaper = (typeof SHEET_PAPERS)[number];
export const SHEET_FILES = ['pdf', 'png', 'svg'] as const;
export type SheetFile = (typeof SHEET_FILES)[number];

export interface SheetChoice {
  readonly title: string;
  /** 1 : scale; null: the smallest round one that holds what the map shows. */
  readonly scale: number | null;
  readonly paper: SheetPaper;
  readonly grey: boolean;
  readonly format: SheetFile;
}
