import { expect, it } from 'vitest';
import { watchFrames } from '../../src/map/frame-watch.ts';

/** A map that renders when told, and how often it was called slow. */
function watched() {
  let render = () => {};
  let time = 0;
  let slow = 0;
  let moving = true;
  const map = {
    isMoving: () => moving,
    on: (_name: string, listener: () => void) => {
      render = listener;
      return map;
    },
  };
  watchFrames(
    map as never,
    () => {
      slow++;
    },
    () => time,
  );
  return {
    frames(count: number, ms: number, isMoving = true) {
      moving = isMoving;
      for (let i = 0; i < count; i++) {
        time += ms;
        render();
      }
    },
    get slow() {
      return slow;
    },
  };
}

it('calls a map slow once, where most frames take long while it moves', () => {
  const map = watched();
  map.frames(21, 150);
  expect(map.slow).toBe(1);
  map.frames(60, 300);
  expect(map.slow).toBe(1);
});

it('lets a quick map be, also where a hand pauses now and then', () => {
  const map = watched();
  for (let i = 0; i < 8; i++) {
    map.frames(9, 16);
    map.frames(1, 2000);
  }
  expect(map.slow).toBe(0);
});

it('does not count frames of a map that stands still', () => {
  const map = watched();
  map.frames(80, 400, false);
  expect(map.slow).toBe(0);
});
