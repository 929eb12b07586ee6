import { NO_HINTS } from '../../crs/evidence.ts';
import type { DefinedCrs } from '../../crs/projjson.ts';
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
    const isText = extensionOf(context.name) === 'mif';
    return readThroughGdal('MapInfo', bytes, context, isText ? systemOfMif(bytes) : null);
  },
};

const HEADER_BYTES = 65_536;
const DEGREES = 1;
const WGS84 = 104;

/**
 * The CoordSys clause of a MIF, which gdal3.js does not hand on. MapInfo has no number for CGCS2000, so a
 * plane system in it is always one to be asked; `NonEarth` says nothing.
 */
export function systemOfMif(bytes: Uint8Array): DefinedCrs | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_BYTES));
  const header = head.split(/^\s*Data\s*$/im)[0]!;
  const name = /^\s*CoordSys\s+(.+?)\s*$/im.exec(header)?.[1];
  const earth = /^Earth\s+Projection\s+(\d+)\s*,\s*(\d+)/i.exec(name ?? '');
  if (name === undefined || /^NonEarth/i.test(name)) return null;
  if (earth === null || Number(earth[1]) !== DEGREES) return { hints: null, name, isPlane: true };
  return { hints: Number(earth[2]) === WGS84 ? { ...NO_HINTS, epsg: 4326 } : null, name };
}

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
