import type { LayerKind } from '../../domain/kinds.ts';
import type { Text } from '../../text/text.ts';

/** Keys of one place, for the list. */
export interface KeyGroup {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

/** A toast that was shown. */
export interface Message {
  /** As the clock read it. */
  readonly when: string;
  readonly text: Text;
}

/** A rule pack, as the about page names it. */
export interface PackFact {
  readonly title: string;
  readonly id: string;
  readonly sha256: string;
}

export const HELP_PAGES = [
  'keys',
  'checks',
  'areas',
  'terms',
  'limits',
  'messages',
  'about',
] as const;
export type HelpPage = (typeof HELP_PAGES)[number];

/** A preference that is set here. */
export type HelpSwitch = 'singleKeys' | 'sparing';

/** A layer that a check asks, or would ask. */
export interface HelpLayer {
  readonly kind: LayerKind;
  readonly name: string;
  /** Without it there is no verdict. */
  readonly isRequired: boolean;
  /** null: not in the catalog. */
  readonly edition: string | null;
  readonly owner: string;
}

export interface HelpFacts {
  readonly version: string;
  /** Address of the list of third-party software. */
  readonly thirdParty: string;
  readonly packs: readonly PackFact[];
  readonly layers: readonly HelpLayer[];
}

export const NO_FACTS: HelpFacts = { version: '', thirdParty: '', packs: [], layers: [] };
