import { TerraDrawExtend } from 'terra-draw';

type MouseEvent = Parameters<TerraDrawExtend.TerraDrawCallbacks['onClick']>[0];
type Draggable = (isDraggable: boolean) => void;

/** What a hand does on the map. */
export interface Gestures {
  onMove(event: MouseEvent): TerraDrawExtend.Cursor;
  onClick(event: MouseEvent): void;
  /** Whether the drag is taken; else the map is dragged. */
  onDragStart(event: MouseEvent): boolean;
  onDrag(event: MouseEvent): void;
  onDragEnd(event: MouseEvent): void;
}

/**
 * A mode of terra-draw that tells gestures and keeps nothing: its store rounds to 9 decimals and knows one
 * ring a polygon, so what is drawn is kept, and drawn, elsewhere.
 */
export class GestureMode extends TerraDrawExtend.TerraDrawBaseDrawMode<never> {
  override mode = 'gestures';
  readonly #gestures: Gestures;
  #isTaken = false;

  constructor(gestures: Gestures) {
    super();
    this.#gestures = gestures;
  }

  start(): void {
    this.setStarted();
  }

  stop(): void {
    this.setStopped();
    this.setCursor('unset');
  }

  cleanUp(): void {
    this.#isTaken = false;
  }

  /** Nothing of ours is in its store. */
  styleFeature(): never {
    throw new Error('the gesture mode draws nothing');
  }

  override onMouseMove(event: MouseEvent): void {
    this.setCursor(this.#gestures.onMove(event));
  }

  override onClick(event: MouseEvent): void {
    if (event.button !== 'right') this.#gestures.onClick(event);
  }

  override onDragStart(event: MouseEvent, setMapDraggability: Draggable): void {
    this.#isTaken = this.#gestures.onDragStart(event);
    if (this.#isTaken) setMapDraggability(false);
  }

  override onDrag(event: MouseEvent): void {
    if (this.#isTaken) this.#gestures.onDrag(event);
  }

  override onDragEnd(event: MouseEvent, setMapDraggability: Draggable): void {
    if (!this.#isTaken) return;
    this.#isTaken = false;
    setMapDraggability(true);
    this.#gestures.onDragEnd(event);
  }
}
