import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../../src/cli/file-source.ts';
import type { LayerSource } from '../../src/domain/layer-source.ts';
import type { Project } from '../../src/domain/project.ts';
import type { CheckReport } from '../../src/domain/report.ts';
import { openProject } from '../../src/files/open-project.ts';
import { loadClipper } from '../../src/geometry/clip.ts';
import { openCatalog } from '../../src/job/open-catalog.ts';
import { type CatalogHandle, checkToReport } from '../../src/job/run-check.ts';
import { shareLayers } from '../../src/job/share-layers.ts';
import { pack, root } from '../check/build.ts';
import { seededProjects } from '../check/seeded-projects.ts';

/** The served layers; with `asked` counting the searches that reach a layer file. */
function open(asked: Map<string, number> = new Map()): CatalogHandle {
  const folder = join(root, 'layers');
  const bytes = readFileSync(join(folder, 'catalog.json'));
  const handle = openCatalog(
    bytes,
    'catalog.json',
    (entry) => fileSource(join(folder, entry.file)),
    'size+header+index',
  );
  const counted = (id: string, source: LayerSource): LayerSource => ({
    entry: source.entry,
    open: (signal) => source.open(signal),
    featuresIn: (box, signal) => {
      asked.set(id, (asked.get(id) ?? 0) + 1);
      return source.featuresIn(box, signal);
    },
  });
  return {
    ...handle,
    sources: new Map([...handle.sources].map(([id, source]) => [id, counted(id, source)])),
  };
}

async function report(
  project: Project,
  handle: CatalogHandle,
  geometry: 'full' | 'none' = 'none',
): Promise<CheckReport> {
  const options = { thresholdM2: 1, accuracyM: null, geometry, sequence: 1, version: '0' };
  const frame = { ...options, createdAt: '2026-11-21T08:00:00Z' };
  return checkToReport(project, null, handle, pack, await loadClipper(), frame);
}

async function samples(): Promise<Project[]> {
  const folder = join(root, 'data/samples');
  const names = readdirSync(folder).filter((name) => /^\d.*\.(txt|geojson)$/.test(name));
  const opened = names.map((name) =>
    openProject({ name, bytes: readFileSync(join(folder, name)) }, {}),
  );
  return (await Promise.all(opened)).flat();
}

describe('layers shared by a batch', () => {
  it('give the reports that each project gets alone, digest for digest', async () => {
    const asked = new Map<string, number>();
    const alone = open();
    const shared = shareLayers(open(asked), 1000);
    const projects = [...(await samples()), ...(await seededProjects(open(), 60, 3))];
    const states = new Set<string>();
    for (const project of projects) {
      const own = await report(project, alone, 'full');
      expect((await report(project, shared, 'full')).digest, project.id).toBe(own.digest);
      for (const { state } of own.layers) states.add(state);
    }
    // the projects are worth comparing
    expect([...states]).toEqual(expect.arrayContaining(['overlap', 'clear']));
    // and every layer was read once
    expect(asked.size).toBeGreaterThan(8);
    expect(new Set(asked.values())).toEqual(new Set([1]));
  });

  it('also under another accuracy than the layers state', async () => {
    const [alone, shared] = [open(), shareLayers(open(), 1000)];
    for (const project of await samples()) {
      const frame = {
        thresholdM2: 1,
        accuracyM: 5,
        geometry: 'none',
        sequence: 1,
        version: '0',
        createdAt: '2026-11-21T08:00:00Z',
      } as const;
      const clipper = await loadClipper();
      const own = await checkToReport(project, null, alone, pack, clipper, frame);
      const other = await checkToReport(project, null, shared, pack, clipper, frame);
      expect(other.digest).toBe(own.digest);
    }
  });

  it('are not read whole for a few projects, nor where that would cost more', () => {
    const handle = open();
    expect(shareLayers(handle, 8)).toBe(handle);
    const nine = shareLayers(handle, 9);
    const held = [...nine.sources].filter(([id, source]) => source !== handle.sources.get(id));
    expect(held.map(([id]) => id)).toContain('ecological-red-line');
    // 9.6 MB for nine projects that need some kilobytes each
    expect(held.map(([id]) => id)).not.toContain('permanent-basic-farmland');
  });
});

describe('without geometry', () => {
  it('every number is the same', async () => {
    const handle = shareLayers(open(), 1000);
    const bare = (full: CheckReport): unknown =>
      JSON.parse(
        JSON.stringify(full, (key, value) =>
          ['geometry', 'digest'].includes(key) ? undefined : value,
        ),
      );
    let overlaps = 0;
    for (const project of [...(await samples()), ...(await seededProjects(handle, 60, 5))]) {
      const full = await report(project, handle, 'full');
      expect(bare(await report(project, handle, 'none'))).toEqual(bare(full));
      overlaps += full.layers.flatMap((layer) => layer.overlaps).length;
    }
    expect(overlaps).toBeGreaterThan(100);
  });
});
