import { isMainLine } from '../../components/report-reading.ts';
import type { SwipeChoice } from '../../components/swipe.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import { isControlKind, KINDS, kindRank } from '../../domain/kinds.ts';
import type { Language } from '../../text/text.ts';
import { say } from '../../text/words/ui.ts';
import type { LayerDesk } from '../layer-desk.ts';
import type { Shell } from '../shell.ts';
import { worded } from '../spoken-error.ts';
import type { MapSides } from './swipe-maps.ts';
import type { ToolsView } from './tools-view.ts';

type Change = { readonly left?: string; readonly right?: string; readonly part?: number };

/** What can be compared, in the order of the panel, each layer's former editions after it. */
export function comparable(layers: readonly CatalogLayer[]): CatalogLayer[] {
  return layers
    .filter(({ kind }) => isControlKind(kind) || kind === 'land-use')
    .sort(
      (a, b) =>
        kindRank(a.kind) - kindRank(b.kind) ||
        Number(a.role === 'reference') - Number(b.role === 'reference') ||
        b.edition.localeCompare(a.edition),
    );
}

export function swipeChoices(
  layers: readonly CatalogLayer[],
  sides: MapSides,
  lang: Language,
): SwipeChoice[] {
  const all = comparable(layers);
  const kindOf = (id: string) => all.find((one) => one.id === id)?.kind;
  const isOneKind = kindOf(sides.left) === kindOf(sides.right);
  return all.map(({ id, kind, edition, role, title }) => {
    const several = all.filter((one) => one.kind === kind && one.role === role && one.id !== id);
    const name = several.length > 0 && role === 'current' ? title[lang] : KINDS[kind].short[lang];
    const isCompared = id === sides.left || id === sides.right;
    return {
      id,
      name: say(role === 'current' ? 'swipe.choice' : 'swipe.former', lang, { name, edition }),
      short: isCompared && isOneKind ? say('swipe.edition', lang, { edition }) : name,
    };
  });
}

/** A layer beside its newest former edition; one without beside the next layer. Null: nothing to compare. */
export function sidesFor(layers: readonly CatalogLayer[], id: string | null): MapSides | null {
  const all = comparable(layers);
  const current = all.filter(({ role }) => role === 'current');
  const formerOf = ({ kind }: CatalogLayer) =>
    all.find((one) => one.role === 'reference' && one.kind === kind);
  const chosen = all.find((one) => one.id === id) ?? current.find(formerOf) ?? current[0];
  if (!chosen) return null;
  const former = formerOf(chosen);
  if (former && former.id !== chosen.id) return { left: former.id, right: chosen.id };
  const others = current.filter((one) => one.id !== chosen.id);
  const other = others.find(({ kind }) => isMainLine(kind)) ?? others[0];
  return other ? { left: chosen.id, right: other.id } : null;
}

/** Two layers, or two editions of one, side by side. */
export class SwipeDesk {
  readonly #shell: Shell;
  readonly #layers: LayerDesk;

  constructor(shell: Shell, layers: LayerDesk) {
    this.#shell = shell;
    this.#layers = layers;
  }

  /** @param id the layer that is to be compared; null: as the catalog suggests */
  open(id: string | null): void {
    const { workspace, look } = this.#shell;
    const sides = sidesFor(workspace.state.catalog?.layers ?? [], id);
    if (!sides) {
      this.#refuse('swipe.nothing');
      return;
    }
    this.#show({ ...sides, part: look.tools.swipe?.part ?? 0.5 });
  }

  /** Whether the catalog has both of two layers, and they are not one. */
  canOpen({ left, right }: MapSides): boolean {
    const ids = comparable(this.#shell.workspace.state.catalog?.layers ?? []).map(({ id }) => id);
    return left !== right && ids.includes(left) && ids.includes(right);
  }

  openSides(sides: MapSides): void {
    if (!this.canOpen(sides)) return;
    this.#show({ ...sides, part: this.#shell.look.tools.swipe?.part ?? 0.5 });
  }

  /** A new map stands. */
  seated(): void {
    const { swipe } = this.#shell.look.tools;
    if (swipe) this.#show(swipe);
  }

  change({ left, right, part }: Change): void {
    const before = this.#shell.look.tools.swipe;
    if (!before) return;
    if (part !== undefined) {
      this.#shell.desk.map?.setDivider(part);
      this.#set({ ...before, part });
      return;
    }
    const sides = { left: left ?? before.left, right: right ?? before.right };
    // the same twice: the other side takes what this one had
    if (sides.left === sides.right) {
      if (right === undefined) sides.right = before.left;
      else sides.left = before.right;
    }
    this.#show({ ...before, ...sides });
  }

  close(): void {
    if (!this.#shell.look.tools.swipe) return;
    this.#shell.desk.map?.compare(null);
    this.#set(null);
  }

  #show(swipe: NonNullable<ToolsView['swipe']>): void {
    const { desk, look, workspace } = this.#shell;
    const current = workspace.state.catalog?.layers.filter(({ role }) => role === 'current') ?? [];
    for (const { id } of current) {
      const isHidden = look.views.get(id)?.visible === false;
      if (isHidden && (id === swipe.left || id === swipe.right)) {
        this.#layers.setView(id, { visible: true });
      }
    }
    try {
      desk.map?.compare({ left: swipe.left, right: swipe.right });
      desk.map?.setDivider(swipe.part);
      this.#set(swipe);
    } catch (cause) {
      console.warn(cause);
      this.#set(null);
      this.#refuse('swipe.failed');
    }
  }

  #refuse(word: 'swipe.nothing' | 'swipe.failed'): void {
    this.#shell.change({ tool: null, message: worded(word) });
  }

  #set(swipe: ToolsView['swipe']): void {
    const { look, change } = this.#shell;
    change({ tools: { ...look.tools, swipe } });
  }
}
