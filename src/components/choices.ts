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
