import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { baseEntrySchema, basemapSchema } from '../../src/domain/basemap.ts';
import { unshowable } from '../../src/domain/unshowable.ts';
import { imageTiles, tileAddress } from '../../src/map/image-tiles.ts';
import { tiandituAddress, wmtsAddress } from '../../src/map/open-base-map.ts';

type Of<T> = Extract<ReturnType<typeof baseEntrySchema.parse>, { type: T }>;
const entry = <T extends string>(type: T, more: object): Of<T> =>
  baseEntrySchema.parse({ id: 'a', title: { zh: '甲', en: 'A' }, type, ...more }) as Of<T>;

describe('addresses', () => {
  test('Tianditu as its own documentation writes them, with the token and a server of eight', () => {
    const address = tiandituAddress(entry('tianditu', { layers: ['vec'], token: 'abc' }), 'vec');
    const servers = ['0', '1', '2', '3', '4', '5', '6', '7'];
    // tile 9/407/196 holds 106.3° E, 38.4° N; (407 + 196) mod 8 = 3
    expect(tileAddress({ address, token: 'a b', servers }, { z: 9, x: 407, y: 196 })).toBe(
      'https://t3.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
        '&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles' +
        '&TILEMATRIX=9&TILEROW=196&TILECOL=407&tk=a%20b',
    );
  });

  test('WMTS: matrix ids that count otherwise, more of the query, a query that is there already', () => {
    const wmts = entry('wmts', {
      address: 'http://gis.local/wmts?map=x',
      layer: '影像',
      matrixSet: 'GoogleMapsCompatible',
      extra: { key: '1&2' },
    });
    const url = tileAddress({ address: wmtsAddress(wmts), zoomOffset: 1 }, { z: 9, x: 7, y: 6 });
    expect(url).toContain('http://gis.local/wmts?map=x&SERVICE=WMTS&');
    expect(url).toContain('LAYER=%E5%BD%B1%E5%83%8F');
    expect(url).toContain('key=1%262');
    expect(url).toMatch(/TILEMATRIX=10&TILEROW=6&TILECOL=7$/);
  });

  test('rows from the south', () => {
    const service = { address: '{z}/{x}/{y}', flipped: true };
    expect(tileAddress(service, { z: 3, x: 1, y: 0 })).toBe('3/1/7');
  });
});

describe('a tile', () => {
  const answer = vi.fn();
  let told: ((event: object) => void)[] = [];
  beforeEach(() => {
    answer.mockReset();
    told = [];
    const addEventListener = (_: string, listener: (event: object) => void) => told.push(listener);
    vi.stubGlobal('document', { baseURI: 'http://here/', addEventListener });
    vi.stubGlobal('fetch', answer);
  });
  afterEach(() => vi.unstubAllGlobals());

  const tiles = imageTiles({ address: 'https://t.example/{z}/{x}/{y}' });
  const get = (signal = new AbortController().signal) => tiles({ z: 1, x: 0, y: 0 }, signal);
  const reply = (status: number, kind: string) =>
    new Response(status === 204 ? null : 'x', { status, headers: { 'content-type': kind } });

  test('comes as bytes; one that is not there is no failure', async () => {
    answer.mockResolvedValueOnce(reply(200, 'image/jpeg'));
    expect((await get())?.byteLength).toBe(1);
    for (const status of [404, 204]) {
      answer.mockResolvedValueOnce(reply(status, 'image/png'));
      expect(await get()).toBeNull();
    }
  });

  test.each([
    [401, 'text/html', 'base-refused'],
    [403, 'application/json', 'base-refused'],
    [418, 'application/json', 'base-refused'],
    [500, 'image/png', 'base-answer'],
    // what a service says when it answers 200 to a request that it does not understand
    [200, 'application/xml', 'base-answer'],
    [200, 'text/html;charset=utf-8', 'base-answer'],
  ])('HTTP %d %s is %s and names the host, never the token', async (status, kind, code) => {
    answer.mockResolvedValueOnce(reply(status, kind));
    await expect(get()).rejects.toMatchObject({
      code,
      params: { host: 't.example', status },
    });
  });

  test('of a service that cannot be reached', async () => {
    answer.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(get()).rejects.toMatchObject({
      code: 'base-unreachable',
      params: { host: 't.example' },
    });
  });

  test('that nobody wants any more ends as an abort, not as a failure', async () => {
    const controller = new AbortController();
    answer.mockImplementationOnce(async () => {
      controller.abort();
      throw new DOMException('gone', 'AbortError');
    });
    await expect(get(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('that the page’s own policy refuses is told apart, by the event that says so', async () => {
    const { watchBlockedHosts } = await import('../../src/map/blocked-hosts.ts');
    watchBlockedHosts();
    answer.mockImplementationOnce(async () => {
      setTimeout(() => {
        for (const tell of told) {
          tell({ blockedURI: 'https://t.example/1/0/0', disposition: 'enforce' });
        }
      }, 5);
      throw new TypeError('Failed to fetch');
    });
    await expect(get()).rejects.toMatchObject({
      code: 'base-blocked',
      params: { host: 't.example' },
    });
  });
});

describe('the list of base maps', () => {
  const title = { zh: '甲', en: 'A' };
  const list = (maps: object[], start: string | null = null) =>
    basemapSchema.safeParse({ schema: 'sanxian/basemap@1', start, maps });
  const raster = { id: 'a', title, type: 'raster', tiles: ['http://x/{z}/{x}/{y}.png'] };

  test('is refused where an id stands twice, the first one is missing, or no tile is addressed', () => {
    expect(list([raster], 'a').success).toBe(true);
    expect(list([raster, raster]).error?.message).toContain('id a stands twice');
    expect(list([raster], 'b').error?.message).toContain('no map has the id b');
    expect(list([{ ...raster, tiles: ['http://x/{z}.png'] }]).success).toBe(false);
  });

  test('what is cut in degrees can never be shown, nor Tianditu without a token', () => {
    const tianditu = { layers: ['img', 'cia'], token: 't' };
    expect(unshowable(entry('tianditu', tianditu))).toBeNull();
    expect(unshowable(entry('tianditu', { ...tianditu, matrixSet: 'c' }))).toBe('degrees');
    expect(unshowable(entry('tianditu', { ...tianditu, token: '' }))).toBe('no-token');
    const wmts = { address: 'http://x', layer: 'a', matrixSet: 'c', projection: 'EPSG:4490' };
    expect(unshowable(entry('wmts', wmts))).toBe('degrees');
  });
});
