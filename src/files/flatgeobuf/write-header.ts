import type { BBox } from '../../geometry/shapes.ts';
import { FlatWriter } from './flat-writer.ts';
import { COLUMN_TYPES, type Column, type GeometryType } from './format.ts';

export interface HeaderContent {
  readonly name: string;
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly crs: 4490;
  readonly geometryType: GeometryType;
  readonly features: number;
  readonly nodeSize: number;
  /** null without features. */
  readonly extent: BBox | null;
}

/** The size-prefixed header. Slots in the order of the specification's `header.fbs`. */
export function writeHeader(content: HeaderContent): Uint8Array {
  const out = new FlatWriter(1024);
  const { name, title, columns, extent } = content;
  out.record((root) => {
    const slots = out.table(root, [
      4, // name
      extent ? 4 : 0,
      1, // geometry type
      0, // has z
      0, // has m
      0, // has t
      0, // has tm
      4, // columns
      8, // features count
      2, // index node size
      4, // crs
      title === undefined ? 0 : 4,
    ]);
    out.u8(slots[2]!, content.geometryType);
    out.u64(slots[8]!, content.features);
    out.u16(slots[9]!, content.nodeSize);
    out.text(slots[0]!, name);
    if (title !== undefined) out.text(slots[11]!, title);
    if (extent) out.doubles(slots[1]!, Float64Array.from(extent));
    const places = out.references(slots[7]!, columns.length);
    columns.forEach((column, i) => {
      writeColumn(out, places[i]!, column);
    });
    writeCrs(out, slots[10]!, content.crs);
  });
  return out.bytes.slice(0, out.length);
}

/** Slots used of a Column table: name, type, title. */
function writeColumn(out: FlatWriter, parent: number, column: Column): void {
  const slots = out.table(parent, [4, 1, column.title === undefined ? 0 : 4]);
  out.u8(slots[1]!, COLUMN_TYPES[column.type]);
  out.text(slots[0]!, column.name);
  if (column.title !== undefined) out.text(slots[2]!, column.title);
}

/** Slots used of a Crs table: org, code, name. */
function writeCrs(out: FlatWriter, parent: number, code: 4490): void {
  const slots = out.table(parent, [4, 4, 4]);
  out.i32(slots[1]!, code);
  out.text(slots[0]!, 'EPSG');
  out.text(slots[2]!, 'China Geodetic Coordinate System 2000');
}
