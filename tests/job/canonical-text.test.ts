import canonicalize from 'canonicalize';
import { expect, it } from 'vitest';
import { canonicalText } from '../../src/job/canonical-text.ts';
import { prettyJson } from '../../src/report/formats/json.ts';
import { seeded } from '../overlay/seeded.ts';

/** Against `canonicalize`, the reference implementation of RFC 8785, and against JSON.parse. */

const NAMES = ['b', 'a', 'B', '10', '9', '', '名', 'é', '\u{1f600}', '\ufb01', 'a"', 'toString'];
const LEAVES = [
  ...['', '三线', 'a"b\\c', '\n\u0001', '\u2028', '\u{20000}土', '\u007f', 'x'.repeat(300)],
  ...[0, -0, 1.5, 1e21, 1e-7, 123456789.12, -5, true, false, null, undefined],
];

function anyValue(random: () => number, depth: number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const size = Math.floor(random() * 6);
  if (depth === 0 || random() < 0.3) return pick(LEAVES);
  const items = Array.from({ length: size }, () => anyValue(random, depth - 1));
  if (random() < 0.4) return items;
  return Object.fromEntries(items.map((item) => [pick(NAMES), item]));
}

it('writes what canonicalize writes', () => {
  const random = seeded(5);
  for (let i = 0; i < 3_000; i++) {
    const value = { of: anyValue(random, 4) };
    expect(canonicalText(value)).toBe(canonicalize(value));
  }
  const dated = { at: { toJSON: () => ({ b: 1, a: [2] }) } };
  expect(canonicalText(dated)).toBe('{"at":{"a":[2],"b":1}}');
});

it('refuses what has no canonical form, wherever it stands', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 'a\ud800', '\udc00b'] as const) {
    expect(() => canonicalText({ a: [{ b: bad }] })).toThrow('not allowed');
  }
  expect(() => canonicalText({ '\ud800': 1 })).toThrow('not allowed');
  expect(() => canonicalText(undefined)).toThrow('no canonical form');
});

it('prints indented what JSON.stringify would write', () => {
  const random = seeded(6);
  for (let i = 0; i < 1_000; i++) {
    const value = { of: JSON.parse(JSON.stringify({ one: anyValue(random, 4) })) };
    expect(JSON.stringify(JSON.parse(prettyJson(value)))).toBe(JSON.stringify(value));
  }
});
