import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerOf, mosaic } from '../layers/quality/mosaic.ts';
import { packageRoot, run } from './fake-io.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanxian-quality-'));
  const parcels = mosaic(4, 4, 3);
  parcels.push({ ...parcels[5]!, id: 'again' });
  const { bytes, entry } = await layerOf(parcels, { overlapsItself: true });
  writeFileSync(join(folder, 'farmland.fgb'), bytes);
  const title = { zh: '试', en: 'test' };
  const catalog = { schema: 'sanxian/catalog@1', title, region: '64', synthetic: true };
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify({ ...catalog, layers: [entry] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isQuality = () => {
  const schema = readFileSync(join(packageRoot, 'data/schemas/layer-quality.json'), 'utf8');
  return new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object);
};

describe('layers verify --quality', () => {
  it('says what it found, in lines', async () => {
    const { exit, out } = await run(['layers', 'verify', 'catalog.json', '--quality'], {
      cwd: folder,
    });
    expect(exit).toBe(1);
    expect(out).toContain('✓ farmland：17 个图斑，校验通过');
    expect(out).toContain('✗ 重复图斑：1 处');
    expect(out).toContain('图斑 P5、图斑 again 图形重复');
    expect(out).toContain('– 超出行政区范围：未检查（没有给定行政区范围）');
    expect(out).toContain('– 永久基本农田 × 生态保护红线：未检查（目录中没有其中一类现行图层）');
  });

  it('gives one document that the published schema holds, and writes it with its places', async () => {
    const argv = [
      'layers',
      'verify',
      'catalog.json',
      '--quality',
      '--format',
      'json',
      '--out',
      'q',
    ];
    const { exit, out } = await run(argv, { cwd: folder });
    expect(exit).toBe(1);
    const document = JSON.parse(out);
    const validate = isQuality();
    validate(document);
    expect(validate.errors).toBeNull();
    expect(readdirSync(join(folder, 'q')).sort()).toEqual(['quality.geojson', 'quality.json']);
    expect(readFileSync(join(folder, 'q/quality.json'), 'utf8')).toBe(out);
    const places = JSON.parse(readFileSync(join(folder, 'q/quality.geojson'), 'utf8'));
    expect(places.features).toHaveLength(1);
    expect(places.features[0]).toMatchObject({
      type: 'Feature',
      bbox: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
      properties: { check: 'duplicate' },
    });
  });

  it('refuses --out and --format without it', async () => {
    const { exit, err } = await run(['layers', 'verify', '.', '--out', 'q'], { cwd: folder });
    expect([exit, err]).toEqual([2, '选项 --out 只与 --quality 一起使用。\n']);
    expect((await run(['layers', 'verify', '.', '--quality', '--format', 'xml'])).exit).toBe(2);
  });
});

describe('layers inspect --quality', () => {
  it('looks through a file without a catalog', async () => {
    const { exit, out } = await run(
      ['layers', 'inspect', 'farmland.fgb', '--quality', '--lang', 'en'],
      {
        cwd: folder,
      },
    );
    expect(exit).toBe(1);
    expect(out).toContain('✗ Features drawn twice: 1 found');
    expect(out).toContain('✓ Areas that differ from the attribute: none found');
  });
});
