/** Groups of a drawing, written the way CAD programs do: code and value on a line each. */
export type Groups = readonly (number | string)[];

export interface DrawOptions {
  readonly header?: Groups;
  readonly layers?: readonly Groups[];
  readonly blocks?: Groups;
  readonly lineEnd?: string;
}

export function drawing(entities: Groups, options: DrawOptions = {}): string {
  const { header = [], layers = [], blocks = [], lineEnd = '\r\n' } = options;
  const section = (name: string, body: Groups): Groups =>
    body.length === 0 ? [] : [0, 'SECTION', 2, name, ...body, 0, 'ENDSEC'];
  const table = layers.flatMap((layer) => [0, 'LAYER', ...layer]);
  const all = [
    ...section('HEADER', header),
    ...section('TABLES', table.length > 0 ? [0, 'TABLE', 2, 'LAYER', ...table, 0, 'ENDTAB'] : []),
    ...section('BLOCKS', blocks),
    ...section('ENTITIES', entities.length > 0 ? entities : [0, 'TEXT', 10, 0, 20, 0, 1, ' ']),
    0,
    'EOF',
  ];
  return `${all.join(lineEnd)}${lineEnd}`;
}

export const header = (version: string, page = 'ANSI_936', units = 6): Groups => [
  9,
  '$ACADVER',
  1,
  version,
  9,
  '$DWGCODEPAGE',
  3,
  page,
  9,
  '$INSUNITS',
  70,
  units,
];

/** @param corners [x, y] or [x, y, bulge] */
export function lwpolyline(
  layer: string,
  corners: readonly (readonly number[])[],
  closed = true,
  more: Groups = [],
): Groups {
  const vertices = corners.flatMap(([x, y, bulge]) => [
    10,
    x!,
    20,
    y!,
    ...(bulge === undefined ? [] : [42, bulge]),
  ]);
  return [0, 'LWPOLYLINE', 8, layer, 90, corners.length, 70, closed ? 1 : 0, ...more, ...vertices];
}

export function line(layer: string, a: readonly number[], b: readonly number[]): Groups {
  return [0, 'LINE', 8, layer, 10, a[0]!, 20, a[1]!, 11, b[0]!, 21, b[1]!];
}

export function rectangle(x: number, y: number, width: number, height: number): number[][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}
