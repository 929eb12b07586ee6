import canonicalize from 'canonicalize';
import { needsEscape } from '../text/json-string.ts';

/**
 * RFC 8785 JSON: sorted keys, shortest numbers, no white space. Objects and arrays are walked here, three
 * times as fast as in `canonicalize`; every value that is more than itself as written goes there.
 *
 * @throws Error for what has no canonical form: numbers that are not finite, lone surrogates
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'string') return needsEscape(value) ? leaf(value) : `"${value}"`;
  if (typeof value !== 'object' || value === null) return leaf(value);
  if ('toJSON' in value) return leaf(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) {
      text += `${text === '' ? '' : ','}${item === undefined ? 'null' : canonicalText(item)}`;
    }
    return `[${text}]`;
  }
  for (const key of sorted(Object.keys(value))) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalText(key)}:${canonicalText(member)}`;
  }
  return `{${text}}`;
}

function leaf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical form');
  return text;
}

/** By code unit, in place. Objects have few keys, often in order already: quicker than `sort`. */
function sorted(keys: string[]): string[] {
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
  return keys;
}
