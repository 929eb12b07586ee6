import { importError } from '../import-message.ts';
import type { ProjectFormat, ReadContext } from './format.ts';
import { readThroughGdal } from './read-through-gdal.ts';

const PARTS: Readonly<Record<string, readonly string[]>> = {
  tab: ['dat', 'map', 'id'],
  mif: ['mid'],
};

/** MapInfo TAB and its exchange form MIF/MID, through GDAL. */
export const mapinfo: ProjectFormat = {
  id: 'mapinfo',
  title: { zh: 'MapInfo TAB / MIF', en: 'MapInfo TAB / MIF' },
  extensions: ['tab', 'mif', 'mid'],

  sniff(head) {
    const text = new TextDecoder('latin1').decode(head.subarray(0, 64)).trimStart();
    if (/^!table\s/i.test(text)) return 0.9;
    return /^version\s+\d+\s+(charset|delimiter|coordsys|columns)\b/i.test(text) ? 0.9 : 0;
  },

  read(bytes, context) {
    const missing = missingParts(context);
    if (missing.length > 0) {
      const params = { file: context.name, missing: missing.join('、') };
      throw importError('err-mapinfo-parts', params);
    }
    return readThroughGdal('MapInfo', bytes, context);
  },
};

function missingParts({ name, beside }: ReadContext): string[] {
  const stem = name.replace(/\.[^.]*$/, '');
  const needed = PARTS[extensionOf(name)];
  if (needed === undefined) return [`${stem}.tab`];
  const there = new Set(beside.map((file) => extensionOf(file.name)));
  return needed.filter((part) => !there.has(part)).map((part) => `${stem}.${part}`);
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
