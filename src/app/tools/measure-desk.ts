import type { MeasureAct, MeasureView } from '../../components/measure-bar.ts';
import type { Position } from '../../geometry/shapes.ts';
import { say } from '../../text/words/ui.ts';
import type { Shell } from '../shell.ts';
import { NO_WAY, type Way } from './way.ts';

/** The geometry of it, loaded with the first use. */
type Ways = typeof import('./measure-way.ts') &
  Pick<typeof import('../../components/measure-bar.ts'), 'measureText'>;

export interface MeasureDeskHost {
  /** The card of the tool takes this. */
  show(view: MeasureView): void;
  copy(text: string): void;
}

/** Measures a way or an outline that is set point by point, by pointer or at the middle of the map. */
export class MeasureDesk {
  readonly #shell: Shell;
  readonly #host: MeasureDeskHost;
  #way: Way = NO_WAY;
  #isOpen = false;
  #frame = 0;
  #closeHands: (() => void) | null = null;
  #ways: Ways | null = null;

  constructor(shell: Shell, host: MeasureDeskHost) {
    this.#shell = shell;
    this.#host = host;
  }

  open(): void {
    this.#isOpen = true;
    this.#way = { ...NO_WAY, kind: this.#way.kind };
    void this.#begin();
  }

  async #begin(): Promise<void> {
    if (!this.#ways) {
      const [ways, { measureText }] = await Promise.all([
        import('./measure-way.ts'),
        import('../../components/measure-bar.ts'),
      ]);
      this.#ways = { ...ways, measureText };
    }
    if (!this.#isOpen) return;
    this.#showSoon();
    await this.#openHands();
  }

  /** The map may be another one, or show anything else. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#closeHands?.();
    this.#closeHands = null;
    this.#way = { ...NO_WAY, kind: this.#way.kind };
    this.#shell.desk.map?.showSketch(null);
  }

  /** A new map stands. */
  seated(): void {
    if (!this.#isOpen) return;
    this.#closeHands = null;
    void this.#openHands();
    this.#showSoon();
  }

  async #openHands(): Promise<void> {
    const { map } = this.#shell.desk;
    const close = await map?.openHands({
      onMove: (place) => {
        this.#byHand();
        if (!this.#way.done) this.#set({ ...this.#way, pointer: place.at });
        return 'crosshair';
      },
      onClick: (place) => {
        this.#byHand();
        if (this.#ways) this.#take(this.#ways.clicked(this.#way, place));
      },
      onDragStart: () => false,
      onDrag: () => {},
      onDragEnd: () => {},
    });
    if (this.#isOpen && map === this.#shell.desk.map) this.#closeHands = close ?? null;
    else close?.();
  }

  onAct(act: MeasureAct): void {
    const way = this.#way;
    const ways = this.#ways;
    if (!ways) return;
    if (act.act === 'kind') this.#set({ ...way, kind: act.kind });
    else if (act.act === 'undo') this.#take(ways.withoutLast(way));
    else if (act.act === 'finish') this.#take(ways.finished(way));
    else if (act.act === 'clear') {
      this.#set({ ...NO_WAY, kind: way.kind });
      this.#shell.change({ live: say('measure.cleared', this.#shell.lang) });
    } else this.#host.copy(ways.measureText(ways.measured(way), this.#shell.lang));
  }

  /** Sets a point at the middle of the map; on the last point it ends the way. */
  addAtCross(at: Position): void {
    const ways = this.#ways;
    const way = this.#way;
    if (!ways) return;
    const last = way.points.at(-1);
    const isThere = last?.[0] === at[0] && last[1] === at[1];
    this.#take(isThere && !way.done ? ways.finished(way) : ways.withPoint(way, at));
  }

  takeBack(): void {
    if (this.#way.points.length > 0 && this.#ways) this.#take(this.#ways.withoutLast(this.#way));
  }

  /** The middle of the map is elsewhere: the next point would be there. */
  crossAt(at: Position): void {
    if (!this.#way.done) this.#set({ ...this.#way, pointer: at });
  }

  /** The card may have come anew with another layout or language. */
  onUpdated(): void {
    if (this.#isOpen && this.#ways) this.#host.show(this.#ways.measured(this.#way));
  }

  /** After a point was set, taken back or the way ended: shown, and said. */
  #take(way: Way): void {
    this.#set(way);
    const { lang, change } = this.#shell;
    const { measureText, measured } = this.#ways!;
    const value = measureText(measured({ ...way, pointer: null }), lang);
    const live = way.done
      ? say('measure.done', lang, { value })
      : say('measure.added', lang, { n: way.points.length, value });
    change({ live: way.points.length === 0 ? say('measure.cleared', lang) : live });
  }

  #byHand(): void {
    const { look, change } = this.#shell;
    if (look.tools.cross) change({ tools: { ...look.tools, cross: false } });
  }

  #set(way: Way): void {
    this.#way = way;
    this.#showSoon();
  }

  /** Once a frame, however many moves it brought. */
  #showSoon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#isOpen || !this.#ways) return;
      this.#shell.desk.map?.showSketch(this.#ways.sketchOf(this.#way));
      this.#host.show(this.#ways.measured(this.#way));
    });
  }
}
