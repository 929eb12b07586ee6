import type { MapTool } from '../../components/choices.ts';
import { emit } from '../../components/events.ts';
import type { SanxianFindingsPanel } from '../../components/findings-panel.ts';
import type { SanxianPiecesTable } from '../../components/pieces-table.ts';
import { isLayerPanelOver } from '../frame-panels.ts';
import type { MainJob } from '../main-job.ts';
import type { Shell } from '../shell.ts';
import { chordOf, isSingleKey, isTyping } from './chord.ts';
import { closeTopmost } from './close-topmost.ts';
import type { CommandId, KeyPlace } from './key-table.ts';
import { LateFocus } from './late-focus.ts';
import { matchKey } from './match-key.ts';
import { walkRegions } from './walk-regions.ts';

export interface KeyDeskHost {
  readonly element: HTMLElement;
  root(): ShadowRoot;
  pickFile(): void;
}

/** What has a use of its own for arrows and Enter. */
const OWN_KEYS =
  '[role=radio], [role=slider], [role=separator], [role=tab], [role=menuitem], [role=option]';
const CONTROLS = 'button, a[href], summary, [role=button]';

/** Acts on the keys of `KEY_TABLE` that belong to the workspace as a whole. */
export class KeyDesk {
  readonly #shell: Shell;
  readonly #job: MainJob;
  readonly #host: KeyDeskHost;
  readonly #focus: LateFocus;

  constructor(shell: Shell, job: MainJob, host: KeyDeskHost) {
    this.#shell = shell;
    this.#job = job;
    this.#host = host;
    this.#focus = new LateFocus(() => shell.drawn());
  }

  /**
   * Keys that are nobody's here: pressed elsewhere on the page or in a dialog, on their way through an
   * input method, or switched off.
   */
  isSilent(event: KeyboardEvent): boolean {
    const chord = chordOf(event);
    const path = event.composedPath();
    const elsewhere =
      !path.includes(this.#host.element) &&
      path[0] instanceof Element &&
      !path[0].matches('body, html');
    const inDialog = path.some((one) => one instanceof HTMLDialogElement && one.open);
    const isOff = chord !== null && isSingleKey(chord) && !this.#shell.look.singleKeys;
    return chord === null || event.defaultPrevented || elsewhere || inDialog || isOff;
  }

  onKey(event: KeyboardEvent): void {
    const chord = chordOf(event);
    if (chord === null) return;
    const { mode, singleKeys } = this.#shell.look;
    const entry = matchKey(chord, {
      place: placeOf(event),
      mode,
      singleKeys,
      isTyping: isTyping(event),
      isControl: isAt(event, CONTROLS),
    });
    if (entry && this.#do(entry.command, chord, event)) event.preventDefault();
  }

  /** False where there is nothing to do: the key stays the browser's. */
  #do(command: CommandId, chord: string, event: KeyboardEvent): boolean {
    const { change } = this.#shell;
    switch (command) {
      case 'open':
        this.#host.pickFile();
        return true;
      case 'search':
        return this.#focusSearch();
      case 'mode-check':
        change({ mode: 'check' });
        return true;
      case 'mode-review':
        change({ mode: 'review' });
        return true;
      case 'mode-batch':
        change({ mode: 'batch' });
        return true;
      case 'help':
        change({ help: 'keys' });
        return true;
      case 'close':
        return closeTopmost(this.#shell);
      case 'regions':
        return walkRegions(this.#host.root(), chord.startsWith('Shift') ? -1 : 1);
      case 'layers':
        this.#toggleLayers();
        return true;
      case 'pieces':
        return this.#togglePieces(placeOf(event) === 'table');
      case 'recheck':
        if (!this.#shell.workspace.project || this.#shell.look.drawing) return false;
        this.#job.acts.check();
        return true;
      case 'report':
        if (!this.#shell.workspace.state.report || this.#shell.look.drawing) return false;
        this.#job.acts.report();
        this.#focusLater('#result');
        return true;
      case 'print':
        if (!this.#shell.workspace.state.report || this.#shell.look.drawing) return false;
        this.#job.acts.print();
        return true;
      case 'cards':
        return this.#walkCards(chord === 'ArrowDown' ? 1 : -1);
      case 'clause':
        return this.#panel?.toggleClause() ?? false;
      case 'fly':
      case 'path':
        return this.#onCard(command);
      case 'site':
        this.#shell.desk.flyTo(this.#shell.workspace.state, () => false);
        return true;
      case 'identify':
      case 'measure':
      case 'pick-coordinate':
      case 'go-to':
        return this.#takeTool(command);
      default:
        return false;
    }
  }

  #onCard(command: 'fly' | 'path'): boolean {
    const kind = this.#panel?.currentKind;
    if (!kind) return false;
    emit(this.#host.element, command === 'fly' ? 'sanxian-line-fly' : 'sanxian-path', { kind });
    return true;
  }

  #takeTool(tool: MapTool): boolean {
    const { noMap, drawing } = this.#shell.look;
    if (noMap || drawing) return false;
    emit(this.#host.element, 'sanxian-tool', { tool });
    return true;
  }

  /** The search of the bar; where there is none, that of the layer panel. */
  #focusSearch(): boolean {
    const root = this.#host.root();
    const field = (tag: string) =>
      root.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>('input[type=search]');
    const inBar =
      field('sanxian-search') ??
      field('sanxian-bar') ??
      root.querySelector('sanxian-bar')?.querySelector<HTMLElement>('input');
    if (inBar) {
      inBar.focus();
      return true;
    }
    if (!root.querySelector('sanxian-layer-panel')) this.#toggleLayers();
    void this.#focus.give(() => field('sanxian-layer-panel'));
    return true;
  }

  #toggleLayers(): void {
    const { look, change } = this.#shell;
    const { name } = look.layout;
    if (name === 'phone') {
      const open = look.sheetTab !== 'layers';
      change({
        sheetTab: open ? 'layers' : look.step,
        ...(look.detent === 'peek' && { detent: 'half' }),
      });
      return;
    }
    const over = isLayerPanelOver(name);
    const open = !(over ? look.overOpen : look.leftOpen);
    change(over ? { overOpen: open } : { leftOpen: open });
    this.#focusLater(open ? '.left' : 'main');
  }

  #togglePieces(isIn: boolean): boolean {
    const { look, workspace, change } = this.#shell;
    if (look.layout.name === 'phone' || look.drawing || !workspace.state.report) return false;
    if (isIn) {
      change({ drawerOpen: false });
      this.#focusLater('main');
      return true;
    }
    change({ drawerOpen: true, welcoming: false });
    void this.#focus.give(
      () => this.#host.root().querySelector<SanxianPiecesTable>('sanxian-pieces-table'),
      (table) => table.focusRow(),
    );
    return true;
  }

  #focusLater(selector: string): void {
    void this.#focus.give(() => this.#host.root().querySelector<HTMLElement>(selector));
  }

  /** Cards that are still being loaded are walked into when they are there. */
  #walkCards(by: 1 | -1): boolean {
    const panel = this.#panel;
    if (panel) return panel.walk(by);
    const find = () =>
      this.#host.root().querySelector<SanxianFindingsPanel>('sanxian-findings-panel');
    if (!find()) return false;
    void this.#focus.give(find, (loaded) => loaded.walk(by));
    return true;
  }

  /** null: there are no findings on screen, or their code is still being loaded. */
  get #panel(): SanxianFindingsPanel | null {
    return this.#host.root().querySelector('sanxian-findings-panel:defined');
  }
}

/** What the focus stands in. */
function placeOf(event: Event): KeyPlace {
  const path = event.composedPath().filter((one) => one instanceof Element);
  if (path[0]?.matches(OWN_KEYS)) return 'panels';
  for (const one of path) {
    if (one.matches('sanxian-pieces-table')) return 'table';
    if (one.matches('.map-area')) return 'map';
    if (one.matches('.right, .sheet')) return 'results';
  }
  return 'everywhere';
}

function isAt(event: Event, selector: string): boolean {
  const inside = event.composedPath()[0];
  return inside instanceof Element && inside.matches(selector);
}
