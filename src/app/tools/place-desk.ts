import type { PlaceSearchView } from '../../components/place-search.ts';
import type { BBox, Position } from '../../geometry/shapes.ts';
import { FIND_WORDS } from '../../text/words/find.ts';
import { say } from '../../text/words/ui.ts';
import { FindClient, type FindWorkerLike } from '../find-client.ts';
import type { LayerDesk } from '../layer-desk.ts';
import { type SearchState, startSearch, stopped } from '../layer-search.ts';
import { withAnswer } from '../search-answers.ts';
import type { Shell } from '../shell.ts';
import { placeSearchView } from './place-view.ts';
import type { PlacesState } from './tools-view.ts';

/** Typing rests this long before layers are asked, ms. */
const REST_MS = 300;
/** Of one layer; the panel of layers lists more. */
const FOUND_LIMIT = 6;
const LEAST_CHARACTERS = 2;
/** About 200 m around a place that is gone to (degrees). */
const AROUND = 0.002;
/** Where no layer says where it is. */
const CHINA_BOX: BBox = [73, 3, 136, 54];

/** Whose names are places; they are asked first. */
const PLACE_KINDS: readonly string[] = ['administrative-area', 'base-town', 'base-water'];

/** The search of the bar: coordinates in any notation at once, then codes and names in the layers. */
export class PlaceDesk {
  readonly #shell: Shell;
  readonly #layers: LayerDesk;
  readonly #finder: FindClient;
  readonly #mark: (at: Position) => void;
  #resting: ReturnType<typeof setTimeout> | null = null;
  /** Counts texts: the last one is answered. */
  #asked = 0;

  constructor(
    shell: Shell,
    layers: LayerDesk,
    startFinder: () => FindWorkerLike,
    mark: (at: Position) => void,
  ) {
    this.#shell = shell;
    this.#layers = layers;
    this.#finder = new FindClient(startFinder);
    this.#mark = mark;
  }

  async query(query: string): Promise<void> {
    this.#stop();
    const ticket = ++this.#asked;
    if (query.trim() === '') {
      this.#set(null);
      return;
    }
    this.#set({ query, readings: [], search: null });
    const { placesIn } = await import('../../crs/place-text.ts');
    if (ticket !== this.#asked) return;
    const readings = placesIn(query, this.#region());
    this.#set({ query, readings, search: null });
    if (readings.length > 0 || [...query.trim()].length < LEAST_CHARACTERS) return;
    this.#resting = setTimeout(() => this.#ask(query.trim()), REST_MS);
  }

  go(key: string): void {
    const { look, lang, desk, change } = this.#shell;
    const { places } = look.tools;
    const [what, id, at] = key.split(' ');
    if (what === 'c') {
      const reading = places?.readings[Number(id)];
      if (!reading) return;
      const [lon, lat] = reading.lonLat;
      this.#mark(reading.lonLat);
      desk.map?.fitTo([lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]);
      const text = `${lon.toFixed(6)}°E ${lat.toFixed(6)}°N`;
      change({ live: say('places.went', lang, { text }) });
      return;
    }
    const layer = places?.search?.layers.find((one) => one.id === id);
    const hit = layer?.hits[Number(at)];
    if (!hit) return;
    this.#layers.showFound(hit.box);
    change({ live: say('places.went', lang, { text: hit.text }) });
  }

  /** What the search shows; null where nothing was typed. */
  view(): PlaceSearchView | null {
    const { look, lang } = this.#shell;
    const { places } = look.tools;
    if (!places) return null;
    const names = new Map(this.#layers.rows().map(({ id, name }) => [id, name]));
    return placeSearchView(places, lang, (id) => names.get(id) ?? id);
  }

  leave(): void {
    this.#asked++;
    this.#stop();
    this.#finder.close();
  }

  #ask(query: string): void {
    const { workspace } = this.#shell;
    const all = this.#layers.rows().flatMap(({ entry }) => entry ?? []);
    if (all.length === 0) return;
    const isPlace = ({ kind }: { kind: string }) => PLACE_KINDS.includes(kind);
    const layers = [...all.filter(isPlace), ...all.filter((one) => !isPlace(one))];
    const before = this.#shell.look.tools.places;
    if (before) this.#set({ ...before, search: startSearch(query, layers) });
    this.#finder.find(
      { base: workspace.catalogUrl, layers, query, limit: FOUND_LIMIT },
      (answer) => this.#update((search) => withAnswer(search, answer)),
      () => this.#update((search) => stopped(search, FIND_WORDS['find-worker-died'])),
    );
  }

  #stop(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
    this.#finder.stop();
    this.#update((search) => stopped(search));
  }

  /** What the layers cover; all of China where none says. */
  #region(): BBox {
    const extents = (this.#shell.workspace.state.catalog?.layers ?? []).map(({ extent }) => extent);
    if (extents.length === 0) return CHINA_BOX;
    const least = (i: number) => Math.min(...extents.map((box) => box[i]!));
    const most = (i: number) => Math.max(...extents.map((box) => box[i]!));
    return [least(0), least(1), most(2), most(3)];
  }

  #update(change: (search: SearchState) => SearchState): void {
    const { places } = this.#shell.look.tools;
    if (places?.search) this.#set({ ...places, search: change(places.search) });
  }

  #set(places: PlacesState | null): void {
    const { look, change } = this.#shell;
    change({ tools: { ...look.tools, places } });
  }
}
