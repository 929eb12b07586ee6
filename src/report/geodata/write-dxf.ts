import { encodeGb18030 } from '../../bytes/encode-gb18030.ts';
import type { Position } from '../../geometry/shapes.ts';

export interface DxfOutline {
  readonly layer: string;
  /** Metres east and north; not closed. */
  readonly points: readonly Position[];
}

export interface DxfLabel {
  readonly layer: string;
  readonly text: string;
  readonly at: Position;
  readonly heightM: number;
}

/**
 * A drawing as text: DXF of AutoCAD R12, which every CAD program reads, closed polylines by layer, text
 * in GBK as `$DWGCODEPAGE` says.
 *
 * @param about one line of remark at the head of the file
 */
export function writeDxf(
  about: string,
  outlines: readonly DxfOutline[],
  labels: readonly DxfLabel[],
): Uint8Array {
  const lines: string[] = [];
  const put = (...pairs: readonly (readonly [code: number, value: string | number])[]): void => {
    for (const [code, value] of pairs) lines.push(String(code).padStart(3), oneLine(String(value)));
  };
  const layers = [...new Set([...outlines, ...labels].map(({ layer }) => layer))];
  put([999, about], [0, 'SECTION'], [2, 'HEADER']);
  put(
    [9, '$ACADVER'],
    [1, 'AC1009'],
    [9, '$DWGCODEPAGE'],
    [3, 'ANSI_936'],
    [9, '$INSUNITS'],
    [70, 6],
  );
  put(
    [0, 'ENDSEC'],
    [0, 'SECTION'],
    [2, 'TABLES'],
    [0, 'TABLE'],
    [2, 'LAYER'],
    [70, layers.length],
  );
  layers.forEach((layer, i) => {
    put([0, 'LAYER'], [2, layer], [70, 0], [62, (i % 6) + 1], [6, 'CONTINUOUS']);
  });
  put([0, 'ENDTAB'], [0, 'ENDSEC'], [0, 'SECTION'], [2, 'ENTITIES']);
  for (const { layer, points } of outlines) {
    put([0, 'POLYLINE'], [8, layer], [66, 1], [70, 1], [10, '0.0'], [20, '0.0'], [30, '0.0']);
    for (const [x, y] of points) {
      put([0, 'VERTEX'], [8, layer], [10, metres(x)], [20, metres(y)], [30, '0.0']);
    }
    put([0, 'SEQEND'], [8, layer]);
  }
  for (const { layer, text, at, heightM } of labels) {
    put([0, 'TEXT'], [8, layer], [10, metres(at[0])], [20, metres(at[1])], [30, '0.0']);
    put([40, heightM], [1, text]);
  }
  put([0, 'ENDSEC'], [0, 'EOF']);
  return encodeGb18030(`${lines.join('\r\n')}\r\n`);
}

const metres = (value: number): string => value.toFixed(4);

/** A value is a line of its own: nothing in a name can begin another. */
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');
