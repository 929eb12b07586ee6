import { describe, expect, it, vi } from 'vitest';
import { GestureMode } from '../../src/map/drawing/gesture-mode.ts';

const event = (button: 'left' | 'right' = 'left') => ({
  lng: 106,
  lat: 37,
  containerX: 1,
  containerY: 2,
  button,
  heldKeys: [],
  isContextMenu: false,
});

function mode(takes: boolean) {
  const gestures = {
    onMove: vi.fn(() => 'crosshair' as const),
    onClick: vi.fn(),
    onDragStart: vi.fn(() => takes),
    onDrag: vi.fn(),
    onDragEnd: vi.fn(),
  };
  return { gestures, mode: new GestureMode(gestures), draggable: vi.fn() };
}

describe('gestures on the map', () => {
  it('hold the map still while a drag is taken, and let it go after', () => {
    const { gestures, mode: hands, draggable } = mode(true);
    hands.onDragStart(event(), draggable);
    hands.onDrag(event());
    expect(draggable.mock.calls).toEqual([[false]]);
    hands.onDragEnd(event(), draggable);
    expect(draggable.mock.calls).toEqual([[false], [true]]);
    expect(gestures.onDrag).toHaveBeenCalledOnce();
    expect(gestures.onDragEnd).toHaveBeenCalledOnce();
  });

  it('leave a drag to the map that nobody takes', () => {
    const { gestures, mode: hands, draggable } = mode(false);
    hands.onDragStart(event(), draggable);
    hands.onDrag(event());
    hands.onDragEnd(event(), draggable);
    expect(draggable).not.toHaveBeenCalled();
    expect(gestures.onDrag).not.toHaveBeenCalled();
    expect(gestures.onDragEnd).not.toHaveBeenCalled();
  });

  it('set no points with the right button', () => {
    const { gestures, mode: hands } = mode(true);
    hands.onClick(event('right'));
    expect(gestures.onClick).not.toHaveBeenCalled();
    hands.onClick(event());
    expect(gestures.onClick).toHaveBeenCalledOnce();
  });

  it('keep nothing in the store of the library, which would round it', () => {
    expect(() => mode(true).mode.styleFeature()).toThrow();
  });
});
