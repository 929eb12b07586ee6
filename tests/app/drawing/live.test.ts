import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { edgesIn } from '../../../src/app/drawing/edges-in.ts';
import { LiveClient, type LiveWorkerLike } from '../../../src/app/drawing/live-client.ts';
import { LiveLayers } from '../../../src/app/drawing/live-layers.ts';
import { liveLines } from '../../../src/app/drawing/live-lines.ts';
import type { LiveLooked, ToLiveWorker } from '../../../src/app/drawing/live-protocol.ts';
import { liveCheck } from '../../../src/check/live-check.ts';
import { prepareCheckSite } from '../../../src/check/site.ts';
import { fileSource } from '../../../src/cli/file-source.ts';
import type { LayerSource } from '../../../src/domain/layer-source.ts';
import type { Project } from '../../../src/domain/project.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { openProject } from '../../../src/files/open-project.ts';
import { loadClipper } from '../../../src/geometry/clip.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import { type bboxOf, toFlat } from '../../../src/geometry/shapes.ts';
import { openCatalog } from '../../../src/job/open-catalog.ts';
import { checkToReport } from '../../../src/job/run-check.ts';
import { pack, root } from '../../check/build.ts';

const clipper = await loadClipper();
const folder = join(root, 'layers');

function catalog() {
  return openCatalog(
    readFileSync(join(folder, 'catalog.json')),
    'catalog.json',
    (entry) => fileSource(join(folder, entry.file)),
    'size+header+index',
  );
}

/** The layers around a place, once all of them are there. */
async function around(sources: Iterable<LayerSource>, box: ReturnType<typeof bboxOf>) {
  const layers = new LiveLayers(sources, () => {});
  layers.want(box);
  await vi.waitFor(() => {
    const all = layers.around(box);
    if (all.some(({ failure }) => failure?.code === 'live-loading')) throw new Error('loading');
  }, 20_000);
  return layers;
}

const SAMPLES = readdirSync(join(root, 'data/samples')).filter((name) =>
  /^\d.*\.(txt|geojson)$/.test(name),
);

async function sample(name: string): Promise<Project> {
  const bytes = readFileSync(join(root, 'data/samples', name));
  return (await openProject({ name, bytes }, {}))[0]!;
}

describe('the live check', () => {
  it.each(SAMPLES)('says of %s what its report says', async (name) => {
    const project = await sample(name);
    const handle = catalog();
    const site = prepareCheckSite(project, clipper);
    const layers = await around(handle.sources.values(), site.bbox);
    const found = liveCheck(site, layers.around(site.bbox), clipper, 1);
    const frame = { thresholdM2: 1, accuracyM: null, geometry: 'none', sequence: 1 } as const;
    const report = await checkToReport(project, null, handle, pack, clipper, {
      ...frame,
      version: '0',
      createdAt: '2026-11-21T08:00:00Z',
    });
    const facts = ({
      kind,
      state,
      areaM2,
      coverageShare,
      hits,
    }: (typeof report.lines)[number]) => ({
      kind,
      state,
      areaM2,
      coverageShare,
      hits,
    });
    const own = found.lines.filter(({ kind }) => report.lines.some((line) => line.kind === kind));
    expect(
      own.map(({ kind, state, areaM2, coverageShare, hits }) => ({
        kind,
        state,
        areaM2,
        coverageShare,
        hits,
      })),
    ).toEqual(report.lines.map(facts)); // prettier-ignore
    // what is lit is what was measured
    const lit = found.pieces.reduce((sum, { polygons }) => sum + ellipsoidAreaM2(polygons), 0);
    const told = found.pieces.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    expect(Math.abs(lit - told)).toBeLessThan(1e-3);
    const urban = found.pieces.some(({ kind }) => kind === 'urban-development-boundary');
    expect(urban).toBe(false);
  });

  it('has no number for what is not there yet, is broken, or does not cover', async () => {
    const project = await sample(SAMPLES[1]!);
    const site = prepareCheckSite(project, clipper);
    const sources = [...catalog().sources.values()];
    const loading = new LiveLayers(sources, () => {});
    const before = liveLines(liveCheck(site, loading.around(site.bbox), clipper, 1).lines);
    const farmland = (lines: typeof before) =>
      lines.find(({ kind }) => kind === 'permanent-basic-farmland')!;
    expect(farmland(before)).toMatchObject({ state: 'loading', areaM2: null });

    const broken = sources.map(
      (source): LayerSource =>
        source.entry.kind === 'permanent-basic-farmland'
          ? {
              entry: source.entry,
              open: async () => {
                throw new UserError('layer-sha256', {});
              },
              featuresIn: source.featuresIn.bind(source),
            }
          : source,
    );
    const failing = await around(broken, site.bbox);
    const after = liveLines(liveCheck(site, failing.around(site.bbox), clipper, 1).lines);
    expect(farmland(after)).toMatchObject({ state: 'failed', areaM2: null });

    const far = toFlat([
      [
        [
          [100, 30],
          [100.01, 30],
          [100.01, 30.01],
          [100, 30.01],
        ],
      ],
    ]);
    const elsewhere = prepareCheckSite({ parcels: [{ id: '1', polygons: far }] }, clipper);
    const there = await around(sources, elsewhere.bbox);
    const lines = liveLines(liveCheck(elsewhere, there.around(elsewhere.bbox), clipper, 1).lines);
    for (const { kind, state, areaM2 } of lines) {
      expect([kind, state, areaM2]).toEqual([kind, 'not-covered', null]);
    }

    const none = liveLines(liveCheck(site, [], clipper, 1).lines);
    expect(none.map(({ state, areaM2 }) => [state, areaM2])).toEqual(
      Array(3).fill(['not-loaded', null]),
    );
  });

  it('says how much of a site nobody looked at, beside what was measured', async () => {
    // the western border of the farmland coverage runs from 104.2, 37.1 to 105.1, 35.6
    const across = toFlat([
      [
        [
          [104.67, 36.3],
          [104.69, 36.3],
          [104.69, 36.32],
          [104.67, 36.32],
        ],
      ],
    ]);
    const site = prepareCheckSite({ parcels: [{ id: '1', polygons: across }] }, clipper);
    const layers = await around(catalog().sources.values(), site.bbox);
    const lines = liveLines(liveCheck(site, layers.around(site.bbox), clipper, 1).lines);
    const farmland = lines.find(({ kind }) => kind === 'permanent-basic-farmland')!;
    expect(farmland.uncoveredM2).toBeGreaterThan(1000);
    expect(farmland.uncoveredM2).toBeLessThan(site.areaM2);
  });
});

describe('layers around a place', () => {
  it('are read once for a drag that stays near, and again when it leaves', async () => {
    const [source] = [...catalog().sources.values()];
    const asked: unknown[] = [];
    const counted: LayerSource = {
      entry: source!.entry,
      open: (signal) => source!.open(signal),
      featuresIn: (box, signal) => {
        asked.push(box);
        return source!.featuresIn(box, signal);
      },
    };
    const layers = await around([counted], [106, 37.4, 106.01, 37.41]);
    layers.want([106.005, 37.405, 106.015, 37.415]);
    expect(asked).toHaveLength(1);
    layers.want([106.1, 37.4, 106.11, 37.41]);
    // until the new place is read it is not known
    expect(layers.around([106.1, 37.4, 106.11, 37.41])[0]!.failure?.code).toBe('live-loading');
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });

  it('give edges as they stand in the layer file, whole and unrounded', async () => {
    const sources = catalog().sources;
    const source = sources.get('permanent-basic-farmland')!;
    const box = [106.01, 37.42, 106.02, 37.43] as const;
    const layers = await around([source], box);
    const segments = edgesIn(layers.around(box), box);
    expect(segments.length).toBeGreaterThan(40);
    const stored = new Set<string>();
    for await (const { polygons } of source.featuresIn(box)) {
      for (let i = 0; i < polygons.xy.length; i += 2) {
        stored.add(`${polygons.xy[i]} ${polygons.xy[i + 1]}`);
      }
    }
    for (let i = 0; i < segments.length; i += 2) {
      expect(stored).toContain(`${segments[i]} ${segments[i + 1]}`);
    }
  });
});

function stagedWorker() {
  const sent: ToLiveWorker[] = [];
  const worker: LiveWorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => sent.push(message),
    terminate: () => sent.push({ type: 'open', catalogUrl: 'terminated' }),
  };
  const looked = (id: number): LiveLooked => ({
    type: 'looked',
    id,
    siteM2: 1,
    lines: [],
    pieces: [],
    piecesLeftOut: 0,
    tookMs: 0,
  });
  return { sent, worker, tell: (id: number) => worker.onmessage?.({ data: looked(id) }) };
}

describe('speaking to the live worker', () => {
  it('has one look under way, and of those that wait only the last', () => {
    const { sent, worker, tell } = stagedWorker();
    const onLooked = vi.fn();
    const client = new LiveClient(() => worker, { onLooked, onEdges() {}, onFailed() {} });
    client.open('c');
    for (let i = 0; i < 5; i++) client.look([]);
    const looks = () => sent.flatMap((message) => (message.type === 'look' ? [message.id] : []));
    expect(looks()).toEqual([1]);
    tell(1);
    expect(looks()).toEqual([1, 5]);
    tell(5);
    expect(onLooked.mock.calls.map(([{ id }]) => id)).toEqual([1, 5]);
  });

  it('says nothing of shapes that are forgotten', () => {
    const { worker, tell } = stagedWorker();
    const onLooked = vi.fn();
    const client = new LiveClient(() => worker, { onLooked, onEdges() {}, onFailed() {} });
    client.open('c');
    client.look([]);
    client.forget();
    tell(1);
    expect(onLooked).not.toHaveBeenCalled();
  });

  it('starts a dead worker again and asks once more; a second death is said', () => {
    const { worker } = stagedWorker();
    const onFailed = vi.fn();
    const client = new LiveClient(() => worker, { onLooked() {}, onEdges() {}, onFailed });
    client.open('c');
    client.look([]);
    worker.onerror?.({ message: 'out of memory' });
    expect(onFailed).not.toHaveBeenCalled();
    worker.onerror?.({ message: 'out of memory' });
    expect(onFailed).toHaveBeenCalledOnce();
  });
});
