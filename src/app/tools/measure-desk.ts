import { type MeasureAct, type MeasureView, measureText } from '../../components/measure-bar.ts';
import type { Position } from '../../geometry/shapes.ts';
import { say } from '../../text/words/ui.ts';
import type { Shell } from '../shell.ts';
import {
  clicked,
  finished,
  measured,
  NO_WAY,
  sketchOf,
  type Way,
  withoutLast,
  withPoint,
} from './measure-way.ts';

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

  constructor(shell: Shell, host: MeasureDeskHost) {
    this.#shell = shell;
    this.#host = host;
  }

  open(): void {
    this.#isOpen = true;
    this.#set({ ...NO_WAY, kind: this.#way.kind });
    void this.#openHands();
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
        this.#take(clicked(this.#way, place));
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
    if (act.act === 'kind') this.#set({ ...way, kind: act.kind });
    else if (act.act === 'undo') this.#take(withoutLast(way));
    else if (act.act === 'finish') this.#take(finished(way));
    else if (act.act === 'clear') {
      this.#set({ ...NO_WAY, kind: way.kind });
      this.#shell.change({ live: say('measure.cleared', this.#shell.lang) });
    } else this.#host.copy(measureText(measured(way), this.#shell.lang));
  }

  /** Sets a point at the middle of the map; on the last point it ends the way. */
  addAtCross(at: Position): void {
    const last = this.#way.points.at(-1);
    const isThere = last?.[0] === at[0] && last[1] === at[1];
    this.#take(isThere && !this.#way.done ? finished(this.#way) : withPoint(this.#way, at));
  }

  takeBack(): void {
    if (this.#way.points.length > 0) this.#take(withoutLast(this.#way));
  }

  /** The middle of the map is elsewhere: the next point would be there. */
  crossAt(at: Position): void {
    if (!this.#way.done) this.#set({ ...this.#way, pointer: at });
  }

  /** The card may have come anew with another layout or language. */
  onUpdated(): void {
    if (this.#isOpen) this.#host.show(measured(this.#way));
  }

  /** After a point was set, taken back or the way ended: shown, and said. */
  #take(way: Way): void {
    this.#set(way);
    const { lang, change } = this.#shell;
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
      if (!this.#isOpen) return;
      this.#shell.desk.map?.showSketch(sketchOf(this.#way));
      this.#host.show(measured(this.#way));
    });
  }
}
