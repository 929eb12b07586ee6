import type { CheckReport } from '../domain/report.ts';

export interface Difference {
  readonly path: string;
  readonly was: string;
  readonly is: string;
}

/** A difference with the way to it and the values themselves; `undefined` is not there at all. */
export interface FullDifference extends Difference {
  readonly keys: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Members of which two runs may differ without meaning anything. */
const IGNORED = new Set(['createdAt', 'number', 'digest', 'integrity']);

/**
 * What two reports of one project say differently, member by member. Lists are matched by what names
 * their members, so that one more finding is one difference.
 */
export function differencesOf(a: CheckReport, b: CheckReport): Difference[] {
  return fullDifferencesOf(a, b).map(({ path, was, is }) => ({ path, was, is }));
}

/** The same with the values, for whoever puts them into words. */
export function fullDifferencesOf(a: CheckReport, b: CheckReport): FullDifference[] {
  const found: FullDifference[] = [];
  compare([], a, b, found);
  return found;
}

function compare(
  keys: readonly string[],
  was: unknown,
  is: unknown,
  found: FullDifference[],
): void {
  if (Object.is(was, is)) return;
  if (isRecord(was) && isRecord(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (IGNORED.has(key)) continue;
      const way = [...keys, key];
      if (key === 'geometry') {
        const same = JSON.stringify(was[key]) === JSON.stringify(is[key]);
        if (!same) found.push(difference(way, was[key], is[key], '…', '…'));
      } else compare(way, was[key], is[key], found);
    }
    return;
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    compare(keys, byName(was), byName(is), found);
    return;
  }
  found.push(difference(keys, was, is, shown(was), shown(is)));
}

function difference(
  keys: readonly string[],
  before: unknown,
  after: unknown,
  was: string,
  is: string,
): FullDifference {
  return { path: keys.join('.'), was, is, keys, before, after };
}

function byName(items: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  items.forEach((item, i) => {
    const name = nameOf(item) ?? String(i);
    named[Object.hasOwn(named, name) ? `${name}#${i}` : name] = item;
  });
  return named;
}

const NAMES = ['rule', 'line', 'zone', 'featureId', 'parcel', 'id', 'kind', 'op', 'of', 'code'];

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const parts = NAMES.map((key) => item[key]).filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : parts.map(String).join('/');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '—';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** What a result depends on beside the project: layers, rules, parameters and engine. */
const CAUSES = ['tool.version', 'policies', 'catalog', 'parameters'];

/** Fields of a layer that say which data it is, not what was found in it. */
const LAYER_DATA = [
  'sha256',
  'edition',
  'features',
  'accuracyM',
  'file',
  'crs',
  'approval',
  'owner',
];

/**
 * Differences of what the two runs were made with, apart from differences of what they found: the first
 * explain the second.
 */
export function sortDifferences<D extends Difference>(
  found: readonly D[],
): { readonly causes: readonly D[]; readonly results: readonly D[] } {
  const isCause = ({ path }: Difference): boolean => {
    if (CAUSES.some((cause) => path === cause || path.startsWith(`${cause}.`))) return true;
    const [list, , field] = path.split('.');
    return list === 'layers' && (field === undefined || LAYER_DATA.includes(field));
  };
  return {
    causes: found.filter(isCause),
    results: found.filter((one) => !isCause(one)),
  };
}
