import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { Language } from '../text/text.ts';
import type { Look } from './look.ts';
import type { MapDesk } from './map-desk.ts';
import type { Workspace } from './workspace.ts';

/** What the whole workspace tells its page. */
export interface AppEvents {
  'sanxian-check-complete': CheckReport;
  'sanxian-project-change': Project | null;
  'sanxian-error': Error;
}

declare global {
  interface HTMLElementEventMap {
    'sanxian-check-complete': CustomEvent<AppEvents['sanxian-check-complete']>;
    'sanxian-project-change': CustomEvent<AppEvents['sanxian-project-change']>;
    'sanxian-error': CustomEvent<AppEvents['sanxian-error']>;
  }
}

/** What the parts of the app share: what is open, how it looks, and the ways to change that. */
export interface Shell {
  readonly workspace: Workspace;
  readonly desk: MapDesk;
  readonly look: Look;
  readonly lang: Language;
  change(change: Partial<Look>): void;
  tell<K extends keyof AppEvents>(name: K, detail: AppEvents[K]): void;
  /** Resolves once what was changed is on screen. */
  drawn(): Promise<unknown>;
}
