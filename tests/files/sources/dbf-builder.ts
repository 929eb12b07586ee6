/** A dBASE table with text columns, written by hand; `values` are bytes, cut or filled to the width. */
export function dbfOf(
  columns: readonly { readonly name: Uint8Array; readonly width: number }[],
  records: readonly (readonly Uint8Array[])[],
  language = 0,
): Uint8Array<ArrayBuffer> {
  const headerBytes = 32 + 32 * columns.length + 1;
  const recordBytes = 1 + columns.reduce((sum, { width }) => sum + width, 0);
  const dbf = new Uint8Array(headerBytes + records.length * recordBytes).fill(0x20, headerBytes);
  const view = new DataView(dbf.buffer);
  dbf[0] = 3;
  view.setUint32(4, records.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  dbf[29] = language;
  columns.forEach(({ name, width }, i) => {
    dbf.set(name.subarray(0, 11), 32 + 32 * i);
    dbf[32 + 32 * i + 11] = 0x43;
    dbf[32 + 32 * i + 16] = width;
  });
  dbf[headerBytes - 1] = 0x0d;
  records.forEach((values, row) => {
    let at = headerBytes + row * recordBytes + 1;
    values.forEach((value, i) => {
      dbf.set(value.subarray(0, columns[i]!.width), at);
      at += columns[i]!.width;
    });
  });
  return dbf;
}
