import { describe, expect, test } from 'vitest';
import { FindClient, type FindWorkerLike } from '../../src/app/find-client.ts';
import type { FindAnswer, FindRequest } from '../../src/app/find-protocol.ts';
import { inOrder, moved } from '../../src/app/layer-order.ts';
import { layerRows, viewsOf } from '../../src/app/layer-rows.ts';
import { searchInWords, startSearch, stopped } from '../../src/app/layer-search.ts';
import { withAnswer } from '../../src/app/search-answers.ts';
import { layerFacts } from '../../src/components/layer-facts.ts';
import { isSearching } from '../../src/components/layer-search-state.ts';
import { catalogLayerSchema } from '../../src/domain/catalog.ts';
import { KIND_ORDER } from '../../src/domain/kinds.ts';
import { CATALOG } from '../components/fixtures/catalog.ts';
import { catalog } from '../demo/layers.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

describe('an order that a person gave', () => {
  test('moves one before another, or last', () => {
    const ids = [...'abcd'];
    expect(moved(ids, 'c', 'a')?.join('')).toBe('cabd');
    expect(moved(ids, 'a', null)?.join('')).toBe('bcda');
    expect(moved(ids, 'b', 'd')?.join('')).toBe('acbd');
    // where it is, before itself, or beside what is not there
    expect(moved(ids, 'b', 'c')).toBeNull();
    expect(moved(ids, 'd', null)).toBeNull();
    expect(moved(ids, 'b', 'b')).toBeNull();
    expect(moved(ids, 'x', 'a')).toBeNull();
    expect(moved(ids, 'a', 'x')).toBeNull();
  });

  test('keeps new layers beside their usual neighbours and forgets those that are gone', () => {
    expect(idsOf(inOrder(rows('abcd'), [...'dba']))).toBe('dbca');
    expect(idsOf(inOrder(rows('abcd'), [...'xca']))).toBe('cdab');
    expect(idsOf(inOrder(rows('abc')))).toBe('abc');
  });

  test('is farmland, red line, urban boundary, then the rest, for any catalog', () => {
    const turned = { ...CATALOG, layers: [...CATALOG.layers].reverse() };
    const list = layerRows(turned, null, { views: new Map() }, 'zh');
    expect(list.filter(({ group }) => group === 'lines').map(({ kind }) => kind)).toEqual([
      'permanent-basic-farmland',
      'ecological-red-line',
      'urban-development-boundary',
    ]);
    const rest = list.filter(({ group }) => group === 'companions').map(({ kind }) => kind);
    expect(rest).toEqual(KIND_ORDER.filter((kind) => rest.includes(kind)));
    const groups = [...new Set(list.map(({ group }) => group))];
    expect(groups).toEqual(['project', 'lines', 'companions', 'base']);
  });
});

test('opacities that were remembered are taken with care', () => {
  const views = viewsOf({ a: 0.4, b: 0, c: 0.05, d: 7, e: 'x' as never, f: 1 });
  expect([...views.keys()]).toEqual(['a', 'f']);
  expect(views.get('a')).toEqual({ visible: true, opacity: 0.4 });
});

describe('what stands in a row', () => {
  const rowOf = (state: Omit<Parameters<typeof layerRows>[2], 'views'>, id: string) =>
    layerRows(CATALOG, null, { views: new Map(), ...state }, 'zh').find((row) => row.id === id);
  const line = 'ecological-red-line';
  const told = { layer: line, reason: null, covered: 'inside' as const };
  const countsOf = (features: number | null, fresh: boolean) =>
    new Map([[line, { ...told, features, fresh }]]);

  test('no map, no count; a map without an answer: counting', () => {
    expect(rowOf({}, line)).toMatchObject({ inView: null, tooFar: false });
    expect(rowOf({ zoom: 12 }, line)?.inView).toMatchObject({ state: 'counting', features: null });
    const hidden = { views: new Map([[line, { visible: false, opacity: 1 }]]), zoom: 12 };
    const row = layerRows(CATALOG, null, hidden, 'zh').find(({ id }) => id === line);
    expect(row?.inView).toBeNull();
  });

  test('a number is old once the map has moved; no number is a failure, not 0', () => {
    expect(rowOf({ zoom: 12, counts: countsOf(3, true) }, line)?.inView?.state).toBe('counted');
    expect(rowOf({ zoom: 12, counts: countsOf(3, false) }, line)?.inView?.state).toBe('old');
    expect(rowOf({ zoom: 12, counts: countsOf(null, true) }, line)?.inView).toMatchObject({
      state: 'failed',
      features: null,
    });
    expect(rowOf({ zoom: 12, counts: countsOf(null, false) }, line)?.inView?.state).toBe(
      'counting',
    );
  });

  test('says when nothing of it is drawn at this scale', () => {
    // letters and lines of the four urban lines begin at zoom 9, tiles at 5
    expect(rowOf({ zoom: 8.9 }, 'urban-green-line')?.tooFar).toBe(true);
    expect(rowOf({ zoom: 9 }, 'urban-green-line')?.tooFar).toBe(false);
    expect(rowOf({ zoom: 4.9 }, line)?.tooFar).toBe(true);
  });
});

describe('a search', () => {
  const layers = catalog.layers.slice(0, 3);
  const ids = layers.map(({ id }) => id);
  const start = startSearch('x', layers);
  const found = { hits: [], more: false, namesByBeginning: false, without: { code: 0, name: 0 } };

  test('keeps apart what was found, what failed and what was never asked', () => {
    let search = withAnswer(start, { type: 'reading', id: 1, layer: ids[0]!, read: 500 });
    expect(search.layers[0]).toMatchObject({ state: 'reading', read: 500 });
    search = withAnswer(search, { type: 'found', id: 1, layer: ids[0]!, found });
    const reason = { code: 'find-too-large', params: { bytes: 312_000_000 } };
    search = withAnswer(search, { type: 'failed', id: 1, layer: ids[1]!, reason });
    expect(isSearching(searchInWords(search, 'zh', String))).toBe(true);
    search = stopped(search);
    const told = searchInWords(search, 'en', (id) => `<${id}>`);
    expect(isSearching(told)).toBe(false);
    expect(told.layers.map(({ state }) => state)).toEqual(['found', 'failed', 'stopped']);
    expect(told.layers[1]!.why).toContain('312\u2009000\u2009000 bytes');
    expect(told.layers[1]!.name).toBe(`<${ids[1]}>`);
  });

  test('a failure without words still shows its code', () => {
    const reason = { code: 'layer-never-heard-of', params: {} };
    const search = withAnswer(start, { type: 'failed', id: 1, layer: ids[0]!, reason });
    expect(search.layers[0]!.why?.zh).toContain('layer-never-heard-of');
  });

  test('only the last search is answered; a worker that dies is told once and begun anew', () => {
    const workers: (FindWorkerLike & { asked: FindRequest[]; ended: boolean })[] = [];
    const client = new FindClient(() => {
      const worker = {
        onmessage: null,
        onerror: null,
        asked: [] as FindRequest[],
        ended: false,
        postMessage: (message: FindRequest) => worker.asked.push(message),
        terminate: () => {
          worker.ended = true;
        },
      };
      workers.push(worker);
      return worker;
    });
    const told: string[] = [];
    const ask = (name: string) =>
      client.find(
        { base: 'b', layers, query: name, limit: 1 },
        ({ id }) => told.push(`${name}${id}`),
        () => told.push(`${name} died`),
      );
    const answer = (id: number): { data: FindAnswer } => ({
      data: { type: 'found', id, layer: ids[0]!, found },
    });
    ask('a');
    ask('b');
    const [worker] = workers;
    worker!.onmessage?.(answer(1));
    worker!.onmessage?.(answer(2));
    expect(told).toEqual(['b2']);
    client.stop();
    worker!.onmessage?.(answer(2));
    expect(told).toEqual(['b2']);
    ask('c');
    worker!.onerror?.({});
    expect(told).toEqual(['b2', 'c died']);
    expect(worker!.ended).toBe(true);
    ask('d');
    expect(workers).toHaveLength(2);
  });
});

describe('the metadata sheet', () => {
  test('says every field that the catalog may hold', () => {
    const fields = Object.keys(catalogLayerSchema.shape);
    const told = layerFacts(catalog.layers[0]!, 'zh');
    expect(told.map(({ field }) => field as string).sort()).toEqual(fields.sort());
    for (const { term, lines } of told) {
      expect(term).not.toBe('');
      expect(lines.join('')).not.toBe('');
    }
    const text = (field: string) => told.find((fact) => fact.field === field)!.lines.join('|');
    const entry = catalog.layers[0]!;
    expect(text('sha256')).toBe(entry.sha256);
    expect(text('owner')).toBe('示例单位（虚构数据）');
    expect(text('coverage')).toContain('15');
    expect(text('fields')).toContain('YJJBNTTBBH · 图斑编号');
    expect(text('accuracyM')).toBe('0.5 m');
  });

  test('a layer without coverage is complete nowhere, and that stands out', () => {
    const { coverage: _coverage, ...entry } = catalog.layers[0]!;
    const told = layerFacts(entry, 'en').find(({ field }) => field === 'coverage');
    expect(told).toMatchObject({ isGap: true });
  });
});
