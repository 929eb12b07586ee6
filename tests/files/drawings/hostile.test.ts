import { describe, expect, it } from 'vitest';
import { ByteError } from '../../../src/bytes/byte-source.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { PROJECT_FORMATS } from '../../../src/files/formats/registry.ts';
import { openProject } from '../../../src/files/open-project.ts';
import { type Asked, bytesOf } from './read-areas.ts';

/** Mulberry32: the same damage on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * 40);
  switch (Math.floor(random() * 4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    case 2:
      return new Uint8Array([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
    default: {
      const copy = bytes.slice();
      for (let i = 0; i < 3; i++) {
        copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      }
      return copy;
    }
  }
}

const FORMAT = {
  '示例项目.dxf': 'dxf',
  '示例项目.kml': 'kml',
  '示例项目.kmz': 'kmz',
  '示例项目.gpx': 'gpx',
  '示例项目.topojson': 'topojson',
  '示例项目.wkt': 'wkt',
  'curved.dxf': 'dxf',
} as const satisfies Record<Asked, string>;

describe('damaged files are refused in words or read, and never break the program', () => {
  it.each(Object.keys(FORMAT) as Asked[])('%s', async (file) => {
    const format = PROJECT_FORMATS.find(({ id }) => id === FORMAT[file])!;
    const bytes = bytesOf(file);
    const random = seeded(20_261_122);
    const outcomes = new Map<string, number>();
    // the large one takes its time
    const rounds = file === 'curved.dxf' ? 50 : 200;
    for (let i = 0; i < rounds; i++) {
      const context = { name: file, beside: [], answers: {} };
      const outcome = await Promise.resolve()
        .then(() => format.read(damaged(bytes, random), context))
        .then(() => 'read')
        .catch((error: unknown) => {
          if (error instanceof UserError || error instanceof ByteError) return error.code;
          throw error;
        });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    const refused = rounds - (outcomes.get('read') ?? 0);
    expect(refused, JSON.stringify([...outcomes])).toBeGreaterThan(rounds / 5);
  });
});

describe('claims', () => {
  it('of a KMZ that it holds 3 GB are refused before anything is unpacked', async () => {
    const bytes = bytesOf('示例项目.kmz').slice();
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex(
      (_, i) => i + 4 < bytes.length && view.getUint32(i, true) === 0x02014b50,
    );
    view.setUint32(entry + 24, 3_000_000_000, true);
    const error = await openProject({ name: 'a.kmz', bytes }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'err-too-large', params: { bytes: 3_000_000_000 } });
  });

  it('of a KMZ that are smaller than what it holds are refused', async () => {
    const bytes = bytesOf('示例项目.kmz').slice();
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex(
      (_, i) => i + 4 < bytes.length && view.getUint32(i, true) === 0x02014b50,
    );
    view.setUint32(entry + 24, 100, true);
    const error = await openProject({ name: 'a.kmz', bytes }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'err-kmz', params: { reason: 'zip-length' } });
  });
});
