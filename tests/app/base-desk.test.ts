import { beforeEach, expect, test, vi } from 'vitest';
import { BaseDesk, type BaseView, NO_BASE } from '../../src/app/base-desk.ts';
import { BaseFailure } from '../../src/map/base-map.ts';

const title = { zh: '甲', en: 'A' };
const entry = (id: string, more: object = {}) => ({
  id,
  title,
  type: 'raster',
  tiles: ['http://x/{z}/{x}/{y}'],
  ...more,
});

type OnFailed = (failure: BaseFailure, served: boolean) => void;
const openBase = vi.fn();
const clearBase = vi.fn();
let base: BaseView;
let messages: string[];
let desk: BaseDesk;

beforeEach(() => {
  openBase.mockReset().mockResolvedValue(undefined);
  clearBase.mockReset();
  messages = [];
  base = NO_BASE;
  const map = { openBase, clearBase, setForPrint: () => {} };
  desk = new BaseDesk({
    desk: { map } as never,
    get look() {
      return { base } as never;
    },
    lang: 'zh',
    change: (change) => {
      if (change.base) base = change.base;
      if (change.message) messages.push(change.message.zh);
    },
  });
});

async function load(...maps: object[]): Promise<string | null> {
  const list = { schema: 'sanxian/basemap@1', start: 'a', maps };
  return desk.load('http://here/basemap.json', async () => Response.json(list));
}
const failed = (code: BaseFailure['code']) => new BaseFailure(code, { host: 'x', status: 403 });
/** What the map was given to tell failures with, at its last base map. */
const tell: OnFailed = (...args) => (openBase.mock.lastCall![2] as OnFailed)(...args);

test('a list gives what to begin with; none there is no failure', async () => {
  expect(await load(entry('a'))).toBe('a');
  expect(await desk.load('u', async () => new Response('', { status: 404 }))).toBeNull();
  expect(base.maps).toEqual([]);
  expect(messages).toEqual([]);
});

test('a list that cannot be read is said, and there are no base maps', async () => {
  await desk.load('u', async () => Response.json({ schema: 'other' }));
  await desk.load('u', async () => new Response('', { status: 500 }));
  expect(messages).toHaveLength(2);
  expect(messages[1]).toContain('HTTP 500');
  expect(base.maps).toEqual([]);
});

test('the last one chosen wins, not the one that opens last', async () => {
  await load(entry('a'), entry('b'));
  let open: () => void = () => {};
  openBase.mockImplementationOnce(() => new Promise<void>((resolve) => (open = resolve)));
  const first = desk.choose('a');
  await desk.choose('b');
  open();
  await first;
  expect(base).toMatchObject({ shown: 'b', opening: null });
});

test('one that never showed anything is given up and said once', async () => {
  await load(entry('a'));
  await desk.choose('a');
  tell(failed('base-refused'), false);
  tell(failed('base-refused'), false);
  expect(clearBase).toHaveBeenCalledTimes(1);
  expect(base.shown).toBeNull();
  expect(messages).toHaveLength(1);
  expect(base.failures.get('a')?.zh).toContain('HTTP 403');
  // chosen again, it is tried again, without the old reason
  await desk.choose('a');
  expect(base).toMatchObject({ shown: 'a' });
  expect(base.failures.size).toBe(0);
});

test('one that has shown something stays, with its holes', async () => {
  await load(entry('a'));
  await desk.choose('a');
  tell(failed('base-unreachable'), true);
  expect(clearBase).not.toHaveBeenCalled();
  expect(base.shown).toBe('a');
  expect(messages).toEqual(['部分底图未能显示：x']);
});

test('one that cannot be opened leaves our own ground', async () => {
  await load(entry('a'));
  openBase.mockRejectedValueOnce(failed('base-archive'));
  await desk.choose('a');
  expect(base.shown).toBeNull();
  expect(messages).toHaveLength(1);
  openBase.mockRejectedValueOnce(new TypeError('bug'));
  await expect(desk.choose('a')).rejects.toThrow('bug');
});

test('what can never be shown is not even tried, and its reason stays', async () => {
  const degrees = { type: 'tianditu', layers: ['vec'], matrixSet: 'c', token: 't' };
  await load(entry('a'), entry('c', degrees));
  expect(base.failures.get('c')?.zh).toContain('经纬度');
  await desk.choose('c');
  expect(openBase).not.toHaveBeenCalled();
  expect(base.shown).toBeNull();
  expect(base.failures.has('c')).toBe(true);
});

test('a failure of a base map that is gone says nothing about the present one', async () => {
  await load(entry('a'), entry('b'));
  await desk.choose('a');
  const late = openBase.mock.lastCall![2] as OnFailed;
  await desk.choose('b');
  late(failed('base-refused'), false);
  expect(base.shown).toBe('b');
  expect(messages).toEqual([]);
});
