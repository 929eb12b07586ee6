/** A .shp written by hand from ESRI's description of 1998. */

export interface ShpRecord {
  /** 0 null, 1 point, 3 lines, 5 areas, 8 points; +10 with heights, +20 with measures; 31 multipatch. */
  readonly type: number;
  readonly parts?: readonly (readonly (readonly [number, number])[])[];
}

export const SQUARE: readonly (readonly [number, number])[] = [
  [35594000, 4145300],
  [35594400, 4145300],
  [35594400, 4145000],
  [35594000, 4145000],
  [35594000, 4145300],
];

export function shpOf(records: readonly ShpRecord[], type = 5): Uint8Array<ArrayBuffer> {
  const contents = records.map(contentOf);
  const length = contents.reduce((sum, content) => sum + 8 + content.byteLength, 100);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  let at = 100;
  contents.forEach((content, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, content.byteLength / 2);
    bytes.set(new Uint8Array(content), at + 8);
    at += 8 + content.byteLength;
  });
  return bytes;
}

function contentOf({ type, parts = [] }: ShpRecord): ArrayBuffer {
  const points = parts.flat();
  const base = type % 10;
  if (base === 0) return ints([type]);
  if (base === 1 && type < 30)
    return join(ints([type]), doubles(points.flat()), extra(type, 1, false));
  const box = doubles([0, 0, 0, 0]);
  if (base === 8) {
    const head = join(ints([type]), box, ints([points.length]));
    return join(head, doubles(points.flat()), extra(type, points.length, true));
  }
  let start = 0;
  const starts = parts.map((part) => {
    start += part.length;
    return start - part.length;
  });
  const head = join(ints([type]), box, ints([parts.length, points.length, ...starts]));
  return join(head, doubles(points.flat()), extra(type, points.length, true));
}

/** Heights (with their range) and measures behind the points. */
function extra(type: number, count: number, hasRange: boolean): ArrayBuffer {
  const numbers = count + (hasRange ? 2 : 0);
  const sets = type > 20 ? 1 : type > 10 ? 2 : 0;
  return doubles(Array.from({ length: sets * numbers }, () => 1234.5));
}

function ints(values: readonly number[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => {
    view.setInt32(4 * i, value, true);
  });
  return view.buffer;
}

function doubles(values: readonly number[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    view.setFloat64(8 * i, value, true);
  });
  return view.buffer;
}

function join(...buffers: readonly ArrayBuffer[]): ArrayBuffer {
  const all = new Uint8Array(buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0));
  let at = 0;
  for (const buffer of buffers) {
    all.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  return all.buffer;
}
