import { version } from '../../../package.json';
import type { HelpFacts, HelpLayer, KeyGroup } from '../../components/help/help-parts.ts';
import { KIND_ORDER, KINDS } from '../../domain/kinds.ts';
import type { Language } from '../../text/text.ts';
import { keyList } from '../keys/key-list.ts';
import type { WorkspaceState } from '../workspace.ts';
import '../../components/help/help-dialog.ts';

/** What the help says of this very workspace. Loaded with the help. */
export interface HelpView {
  readonly keyGroups: readonly KeyGroup[];
  readonly facts: HelpFacts;
}

export function helpView(state: WorkspaceState, language: Language, base: string): HelpView {
  return { keyGroups: keyList(language), facts: helpFacts(state, language, base) };
}

function helpFacts(state: WorkspaceState, language: Language, base: string): HelpFacts {
  return {
    version,
    thirdParty: new URL('THIRD-PARTY.md', base).href,
    packs: (state.report?.policies ?? []).map(({ id, title, sha256 }) => ({
      id,
      title: title[language],
      sha256,
    })),
    layers: helpLayers(state, language),
  };
}

/** Those of the catalog, and those that the rules ask for and it lacks; in the fixed order of kinds. */
function helpLayers({ catalog, report, pack }: WorkspaceState, language: Language): HelpLayer[] {
  if (!catalog) return [];
  const required = new Set([
    ...(pack?.requires ?? []),
    ...(report?.lines ?? []).filter((line) => line.required).map(({ kind }) => kind),
  ]);
  return KIND_ORDER.flatMap((kind): HelpLayer[] => {
    const { role, short } = KINDS[kind];
    const entries = catalog.layers.filter((one) => one.kind === kind && one.role === 'current');
    const isRequired = required.has(kind);
    const name = short[language];
    if (role !== 'control') return [];
    if (entries.length === 0) {
      return isRequired ? [{ kind, name, isRequired, edition: null, owner: '' }] : [];
    }
    return entries.map(({ edition, owner }) => ({ kind, name, isRequired, edition, owner }));
  });
}
