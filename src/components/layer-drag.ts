/** Where a dragged row would come to lie. */
export interface DropPlace {
  readonly id: string;
  readonly side: 'above' | 'below';
}

/** A press becomes a drag once the pointer has gone this far (px). */
const THRESHOLD_PX = 4;

/**
 * Follows the pointer from a press on a row's grip. `over` is told the place among `rows` that the
 * pointer is at, null where it would change nothing; `done` the last one, null when given up by Escape
 * or the browser.
 */
export function followDrag(
  down: PointerEvent,
  dragged: string,
  rows: () => readonly HTMLElement[],
  over: (place: DropPlace | null) => void,
  done: (place: DropPlace | null) => void,
): void {
  if (down.button !== 0) return;
  const grip = down.currentTarget as HTMLElement;
  let place: DropPlace | null = null;
  let dragging = false;

  const onMove = (event: PointerEvent): void => {
    if (!dragging && Math.abs(event.clientY - down.clientY) < THRESHOLD_PX) return;
    if (!dragging) grip.setPointerCapture(down.pointerId);
    dragging = true;
    place = placeAt(event.clientY, dragged, rows());
    over(place);
  };
  const end = (last: DropPlace | null): void => {
    grip.removeEventListener('pointermove', onMove);
    grip.removeEventListener('pointerup', onUp);
    grip.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
    if (dragging) swallowClick(grip);
    if (dragging) done(last);
  };
  const onUp = (): void => end(place);
  const onCancel = (): void => end(null);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(null);
  };
  grip.addEventListener('pointermove', onMove);
  grip.addEventListener('pointerup', onUp);
  grip.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);
}

/** The click that ends a drag is no click on the row; it comes at once or never. */
function swallowClick(grip: HTMLElement): void {
  const stop = (event: Event): void => event.stopPropagation();
  grip.addEventListener('click', stop);
  setTimeout(() => grip.removeEventListener('click', stop));
}

function placeAt(y: number, dragged: string, rows: readonly HTMLElement[]): DropPlace | null {
  const from = rows.findIndex((row) => row.dataset.layer === dragged);
  for (const [i, row] of rows.entries()) {
    const { top, bottom } = row.getBoundingClientRect();
    const isLast = i === rows.length - 1;
    if (y >= bottom && !isLast) continue;
    const side = y < (top + bottom) / 2 ? 'above' : 'below';
    const to = side === 'above' ? i : i + 1;
    const id = row.dataset.layer;
    return id === undefined || to === from || to === from + 1 ? null : { id, side };
  }
  return null;
}
