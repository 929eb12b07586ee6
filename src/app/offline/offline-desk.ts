import type { KeptState } from '../../components/kept-state.ts';
import type { CatalogLayer } from '../../domain/catalog.ts';
import { KINDS } from '../../domain/kinds.ts';
import { layerUrl } from '../../files/layer-url.ts';
import type { Text } from '../../text/text.ts';
import { UI_WORDS, type UiWord } from '../../text/words/ui.ts';
import { readPreferences, rememberPreferences } from '../preferences.ts';
import type { Shell } from '../shell.ts';
import { worded } from '../spoken-error.ts';
import {
  canKeep,
  keptFolder,
  keptSizes,
  onKeptChanged,
  PART,
  tellKeptChanged,
} from './kept-folder.ts';
import { SaveClient, type SaveWorkerLike } from './save-client.ts';
import type { FileToKeep, SaveAnswer } from './save-protocol.ts';
import type { ShellClient } from './shell-client.ts';

/** What is on this machine, for the screen. */
export interface OfflineView {
  /** By layer id; empty where nothing can be kept. */
  readonly layers: ReadonlyMap<string, KeptState>;
  /** Whether the browser promised to let go of nothing by itself; null: not asked. */
  readonly persisted: boolean | null;
  readonly newVersion: boolean;
}

export const NOTHING_OFFLINE: OfflineView = {
  layers: new Map(),
  persisted: null,
  newVersion: false,
};

export interface OfflineDeskHost {
  startSaver(): SaveWorkerLike;
  /** Writes what is open; false where it would be lost with the page. */
  settle(): Promise<boolean>;
}

/** Layers that are kept on this machine, and the shell that opens without a network. */
export class OfflineDesk {
  readonly #shell: Pick<Shell, 'workspace' | 'look' | 'lang' | 'change'>;
  readonly #host: OfflineDeskHost;
  readonly #saver: SaveClient;
  #layers: readonly CatalogLayer[] = [];
  #busy = new Map<string, KeptState>();
  #together = 0;
  #sw: ShellClient | null = null;
  #stop: () => void = () => {};

  constructor(shell: Pick<Shell, 'workspace' | 'look' | 'lang' | 'change'>, host: OfflineDeskHost) {
    this.#shell = shell;
    this.#host = host;
    this.#saver = new SaveClient(
      () => host.startSaver(),
      (answer) => this.#onAnswer(answer),
    );
  }

  listenTo(app: HTMLElement): void {
    app.addEventListener('sanxian-keep', ({ detail: { act, layers } }) => {
      if (act === 'save') void this.save(layers);
      else if (act === 'stop') this.stop(layers);
      else void this.remove(layers);
    });
    // what is still on its way would be kept
    app.addEventListener('sanxian-forget', () => {
      this.#saver.close();
      this.#busy.clear();
    });
    app.addEventListener('sanxian-update', () => void this.update());
  }

  /** Looks at what is kept of the catalog that is open. */
  async begin(): Promise<void> {
    this.#stop();
    this.#layers = [];
    const { catalog } = this.#shell.workspace.state;
    if (!catalog || !(await canKeep())) {
      this.#show({ layers: new Map() });
      return;
    }
    this.#layers = catalog.layers.filter(({ role }) => role === 'current');
    this.#stop = onKeptChanged(() => void this.#look());
    await this.#look();
    const persisted = await navigator.storage.persisted?.().catch(() => null);
    this.#show({ persisted: persisted ?? null });
  }

  leave(): void {
    this.#stop();
    this.#stop = () => {};
    this.#saver.close();
    this.#busy.clear();
  }

  /** Brings layers onto this machine, one after the other. */
  async save(ids: readonly string[]): Promise<void> {
    const { layers } = this.#shell.look.offline;
    const wanted = this.#layers.filter(({ id }) => {
      const state = layers.get(id)?.state;
      return ids.includes(id) && state !== 'kept' && !this.#busy.has(id);
    });
    this.#together = wanted.length;
    for (const entry of wanted) {
      const bytes = bytesOf(entry);
      this.#busy.set(entry.id, { state: 'waiting', bytes, share: 0, why: null });
      await this.#removeFormer(entry);
      const files = filesOf(entry, this.#shell.workspace.catalogUrl);
      this.#saver.send({ type: 'save', layer: entry.id, files });
    }
    await this.#look();
    const persisted = await navigator.storage.persist?.().catch(() => false);
    this.#show({ persisted: persisted ?? null });
    if (ids.length > 1) this.#sw?.keepLater();
  }

  stop(ids: readonly string[]): void {
    for (const layer of ids) if (this.#busy.has(layer)) this.#saver.send({ type: 'stop', layer });
  }

  async remove(ids: readonly string[]): Promise<void> {
    const folder = await keptFolder(false);
    const entries = this.#layers.filter(({ id }) => ids.includes(id));
    // Files that another layer has as well stay, as long as that one is kept.
    const others = this.#layers.filter(
      ({ id }) => !ids.includes(id) && this.#shell.look.offline.layers.get(id)?.state === 'kept',
    );
    const needed = new Set(others.flatMap((entry) => sumsOf(entry)));
    for (const sum of entries.flatMap((entry) => sumsOf(entry))) {
      if (needed.has(sum)) continue;
      await folder?.removeEntry(sum).catch(() => {});
      await folder?.removeEntry(sum + PART).catch(() => {});
    }
    for (const { id } of entries) this.#remember(id, null);
    tellKeptChanged();
    await this.#look();
  }

  // ---- the shell -----------------------------------------------------------------------------

  useShell(client: ShellClient): void {
    this.#sw = client;
  }

  /** Another version waits; it changes nothing until it is asked for. */
  announce(client: ShellClient): void {
    this.#sw = client;
    this.#show({ newVersion: true });
    this.#shell.change({ message: worded('version.new') });
  }

  /** Takes up the new version; never where that would lose what is open. */
  async update(): Promise<void> {
    if (await this.#host.settle()) this.#sw?.takeOver();
    else this.#shell.change({ message: worded('version.unsaved') });
  }

  // ---- what is here --------------------------------------------------------------------------

  async #look(): Promise<void> {
    const sizes = await keptSizes();
    const former = readPreferences().kept ?? {};
    const layers = new Map(
      this.#layers.map((entry) => [
        entry.id,
        this.#busy.get(entry.id) ?? stateOf(entry, sizes, former[entry.id]),
      ]),
    );
    this.#show({ layers });
  }

  #onAnswer(answer: SaveAnswer): void {
    const { layer } = answer;
    const entry = this.#layers.find(({ id }) => id === layer);
    if (!entry) return;
    const bytes = bytesOf(entry);
    if (answer.type === 'saving') {
      const share = answer.total > 0 ? answer.done / answer.total : 0;
      this.#busy.set(layer, { state: 'saving', bytes, share, why: null });
      const layers = new Map(this.#shell.look.offline.layers).set(layer, this.#busy.get(layer)!);
      this.#show({ layers });
      return;
    }
    this.#busy.delete(layer);
    if (answer.type === 'saved') {
      this.#remember(layer, entry.sha256);
      this.#tellSaved(entry);
    }
    void this.#look().then(() => {
      if (answer.type !== 'failed') return;
      const { code, params } = answer.reason;
      const word: UiWord = code in UI_WORDS ? (code as UiWord) : 'keep-failed';
      const why: Text = worded(word, { reason: code, ...textParams(params) });
      const before = this.#shell.look.offline.layers.get(layer);
      const failed: KeptState = { state: 'failed', bytes, share: before?.share ?? 0, why };
      this.#show({ layers: new Map(this.#shell.look.offline.layers).set(layer, failed) });
      this.#shell.change({ message: why });
    });
  }

  #tellSaved({ kind }: CatalogLayer): void {
    const { lang, change } = this.#shell;
    if (this.#busy.size > 0) return;
    const message =
      this.#together > 1
        ? worded('offline.saved.all', { m: this.#together })
        : worded('offline.saved', (language) => ({ name: KINDS[kind].short[language] }));
    change({ message, live: message[lang] });
  }

  /** What a former edition of the layer left is of no use to anybody. */
  async #removeFormer({ id, sha256 }: CatalogLayer): Promise<void> {
    const former = readPreferences().kept?.[id];
    if (!former || former === sha256) return;
    const folder = await keptFolder(false);
    await folder?.removeEntry(former).catch(() => {});
  }

  #remember(id: string, sha256: string | null): void {
    const { [id]: _before, ...kept } = readPreferences().kept ?? {};
    rememberPreferences({ kept: sha256 === null ? kept : { ...kept, [id]: sha256 } });
  }

  #show(change: Partial<OfflineView>): void {
    this.#shell.change({ offline: { ...this.#shell.look.offline, ...change } });
  }
}

/** The layer file first; then what lies beside it and spares reading the whole of it. */
function filesOf(entry: CatalogLayer, catalogUrl: string): FileToKeep[] {
  const { chunkSums, names, lod } = entry;
  return [entry, ...(chunkSums ? [chunkSums] : []), ...(names ? [names] : []), ...lod].map(
    (one: { file: string; sha256: string; bytes?: number | undefined }) => ({
      url: layerUrl(catalogUrl, one.file),
      sha256: one.sha256,
      bytes: one.bytes,
    }),
  );
}

function sumsOf(entry: CatalogLayer): string[] {
  return filesOf(entry, '').map(({ sha256 }) => sha256);
}

function bytesOf(entry: CatalogLayer): number {
  return filesOf(entry, '').reduce((sum, { bytes = 0 }) => sum + bytes, 0);
}

/** Kept is a layer all of whose files are here, each in its length. */
function stateOf(
  entry: CatalogLayer,
  sizes: ReadonlyMap<string, number>,
  former: string | undefined,
): KeptState {
  const files = filesOf(entry, '');
  const bytes = bytesOf(entry);
  const isHere = ({ sha256, bytes: wanted }: FileToKeep) => {
    const size = sizes.get(sha256);
    return size !== undefined && (wanted === undefined || size === wanted);
  };
  const none: KeptState = { state: 'none', bytes, share: 0, why: null };
  if (files.every(isHere)) return { ...none, state: 'kept', share: 1 };
  const here = files.reduce((sum, file) => {
    const whole = isHere(file) ? (file.bytes ?? 0) : 0;
    return sum + Math.max(whole, sizes.get(file.sha256 + PART) ?? 0);
  }, 0);
  if (here > 0) return { ...none, state: 'part', share: Math.min(1, here / bytes) };
  if (former !== undefined && former !== entry.sha256) return { ...none, state: 'old' };
  return none;
}

function textParams(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
