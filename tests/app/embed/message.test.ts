import { expect, it } from 'vitest';
import { allowedOrigins } from '../../../src/app/embed/allowed-origins.ts';
import { readMessage } from '../../../src/app/embed/message.ts';

const message = (type: string, payload?: unknown, id: unknown = 1) =>
  readMessage({ type: `sanxian:${type}`, version: 1, id, payload });
const problem = (type: string, payload: unknown): string => {
  const read = message(type, payload);
  return read && 'refusal' in read ? (read.refusal.params.problem ?? read.refusal.code) : 'taken';
};

it('an allow-list is of origins alone; anything wider allows nothing', () => {
  const { origins, refused } = allowedOrigins(
    ' https://a.example http://b.example:8080 * null https://c.example/path https://*.d.example a.example javascript:0 HTTPS://E.example ',
  );
  expect([...origins]).toEqual(['https://a.example', 'http://b.example:8080']);
  expect(refused).toHaveLength(7);
  expect([...allowedOrigins('').origins]).toEqual([]);
});

it('what is not for us gets no answer', () => {
  for (const data of [null, 'text', 7, [], {}, { type: 'other' }, { type: 1 }, new Map()]) {
    expect(readMessage(data), String(data)).toBeNull();
  }
});

it('reads each message as the protocol says', () => {
  expect(message('check')).toEqual({ id: 1, message: { type: 'check' } });
  expect(message('fitTo', { bbox: [106, 37, 107, 38] }, 'a')).toEqual({
    id: 'a',
    message: { type: 'fitTo', bbox: [106, 37, 107, 38] },
  });
  const opened = message('open', { name: '边界.txt', bytes: 'J1' });
  expect(opened).toEqual({
    id: 1,
    message: { type: 'open', name: '边界.txt', bytes: new Uint8Array([0x4a, 0x31]) },
  });
  // a view takes its own part of a buffer, not all of it
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  expect(message('open', { name: 'a', bytes: view })).toMatchObject({
    message: { bytes: new Uint8Array([2, 3]) },
  });
  expect(message('set', { lang: 'en', readonly: false, project: null, claim: null })).toEqual({
    id: 1,
    message: { type: 'set', change: { lang: 'en', readonly: false, project: null, claim: '{}' } },
  });
});

it('a version that is not known, and a type that there is not, are answered as such', () => {
  expect(readMessage({ type: 'sanxian:check', version: 2, id: 9 })).toEqual({
    id: 9,
    refusal: { code: 'embed.version', params: {} },
  });
  for (const type of ['erase', 'constructor', '__proto__', 'toString', '']) {
    expect(message(type), type).toMatchObject({ id: 1, refusal: { code: 'embed.type' } });
  }
});

it('ids are short words or numbers; another one is answered by null', () => {
  for (const id of [undefined, null, Number.NaN, Infinity, {}, [], 'x'.repeat(129), true]) {
    expect(readMessage({ type: 'sanxian:check', version: 1, id })).toMatchObject({
      id: null,
      refusal: { code: 'embed.shape' },
    });
  }
});

it('hostile payloads are refused by name', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const cases: [string, unknown, RegExp][] = [
    ['check', 'now', /object/],
    ['check', { deep: 1 }, /deep/],
    ['open', null, /object/],
    ['open', { name: '', bytes: 'x' }, /name/],
    ['open', { name: 'a'.repeat(256), bytes: 'x' }, /255/],
    ['open', { name: 'a', bytes: '' }, /bytes/],
    ['open', { name: 'a', bytes: new Uint8Array(0) }, /bytes/],
    ['open', { name: 'a', bytes: [1, 2] }, /bytes/],
    ['open', { name: 'a', bytes: new ArrayBuffer(100 * 1024 * 1024 + 1) }, /bytes/],
    ['open', { name: 'a', bytes: 'x', path: '/etc/passwd' }, /path/],
    ['exportReport', { format: 7 }, /format/],
    ['exportReport', { format: 'x'.repeat(21) }, /format/],
    ['fitTo', { bbox: [1, 2, 3] }, /bbox/],
    ['fitTo', { bbox: [1, 2, 3, Number.NaN] }, /bbox/],
    ['fitTo', { bbox: [3, 2, 1, 4] }, /bbox/],
    ['fitTo', { bbox: [1, 2, 3, 90] }, /bbox/],
    ['fitTo', { bbox: { length: 4 } }, /bbox/],
    ['set', { keep: true }, /keep/],
    ['set', { allowOrigins: 'https://evil.example' }, /allowOrigins/],
    ['set', { baseUrl: 'https://evil.example' }, /baseUrl/],
    ['set', { lang: 'fr' }, /lang/],
    ['set', { theme: 'pink' }, /theme/],
    ['set', { readonly: 'yes' }, /readonly/],
    ['set', { catalog: 'x'.repeat(2049) }, /catalog/],
    ['set', { project: 'text' }, /project/],
    ['set', { claim: circle }, /circular/],
    ['set', { claim: { big: 1n } }, /BigInt/],
    ['set', { claim: { text: 'x'.repeat(65_536) } }, /claim/],
    ['set', Object.create({ lang: 'en' }), /object/],
  ];
  for (const [type, payload, said] of cases) {
    expect(problem(type, payload), `${type} ${said}`).toMatch(said);
  }
  const own = JSON.parse('{"__proto__": {"lang": "en"}}');
  expect(problem('set', own)).toMatch(/__proto__/);
});
