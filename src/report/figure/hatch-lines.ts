import type { Position } from '../../geometry/shapes.ts';
import { type Markup, markup, NOTHING } from '../markup.ts';
import { type SheetPolygons, woundRings } from './shape.ts';
import type { Hatch } from './symbols.ts';

/**
 * Hatches as strokes of their own, not as a pattern: crisp at any size, quick to draw in every program,
 * and laid over the whole sheet, so that neighbours of one kind join without a seam.
 */
interface HatchRows {
  /** Direction of the rows, a unit vector with y downwards. */
  readonly along: Position;
  /** Between two rows, mm, and the first row's distance from the corner of the sheet. */
  readonly spacing: number;
  readonly first: number;
  readonly width: number;
  /** Strokes of this length, one every `every` mm; a length of 0 is a dot; null for whole lines. */
  readonly marks: { readonly length: number; readonly every: number } | null;
}

const RISING: Position = [Math.SQRT1_2, -Math.SQRT1_2];
const FALLING: Position = [Math.SQRT1_2, Math.SQRT1_2];
const LEVEL: Position = [1, 0];

const HATCHES: Readonly<Record<Hatch, { readonly colour: string; readonly rows: HatchRows[] }>> = {
  farmland: {
    colour: '#938000',
    rows: [{ along: RISING, spacing: 1.6, first: 0, width: 0.15, marks: null }],
  },
  redline: {
    colour: '#00562A',
    rows: [
      { along: FALLING, spacing: 3, first: 0, width: 0.12, marks: null },
      { along: FALLING, spacing: 3, first: 1.5, width: 0.56, marks: { length: 0, every: 3 } },
    ],
  },
  cultivated: {
    colour: '#7C8A3C',
    rows: [
      { along: LEVEL, spacing: 2.6, first: 0, width: 0.15, marks: { length: 1.2, every: 2.6 } },
    ],
  },
  flexible: {
    colour: '#BF1175',
    rows: [{ along: LEVEL, spacing: 2.1, first: 0, width: 0.12, marks: null }],
  },
  'special-use': {
    colour: '#BF1175',
    rows: [{ along: LEVEL, spacing: 2.1, first: 0, width: 0.48, marks: { length: 0, every: 2.1 } }],
  },
  mesh: {
    colour: '#007FDB',
    // as wide as those of farmland: at 150 dots an inch still less than a dot, which is drawn faster
    rows: [
      { along: RISING, spacing: 1.4, first: 0, width: 0.16, marks: null },
      { along: FALLING, spacing: 1.4, first: 0, width: 0.16, marks: null },
    ],
  },
  gap: {
    colour: '#7D63B3',
    rows: [
      { along: RISING, spacing: 2.4, first: 0, width: 0.4, marks: { length: 1.2, every: 2.4 } },
    ],
  },
};

/** What of a hatch lies within polygons; in grey where it is for a photocopy. */
export function hatchMarkup(polygons: SheetPolygons, hatch: Hatch, grey: boolean): Markup {
  const { colour, rows } = HATCHES[hatch];
  const wound = woundRings(polygons);
  const drawn = rows.map((row) => {
    const d = rowData(wound, row);
    if (d === '') return NOTHING;
    const cap = row.marks?.length === 0 ? markup` stroke-linecap="round"` : NOTHING;
    return markup`<path data-hatch="${hatch}" d="${d}" fill="none" stroke="${grey ? '#333' : colour}" stroke-width="${row.width}"${cap}/>`;
  });
  return markup`${drawn}`;
}

function rowData(rings: readonly (readonly Position[])[], row: HatchRows): string {
  const { along, marks } = row;
  const parts: string[] = [];
  const stroke = (u1: number, u2: number, v: number): void => {
    const [x1, y1] = [u1 * along[0] - v * along[1], u1 * along[1] + v * along[0]];
    const [dx, dy] = [(u2 - u1) * along[0], (u2 - u1) * along[1]];
    parts.push(`M${short(x1)} ${short(y1)}l${short(dx)} ${short(dy)}`);
  };
  for (const { v, spans } of spansOf(rings, row)) {
    for (const [from, to] of spans) {
      if (marks === null) {
        stroke(from, to, v);
        continue;
      }
      const { length, every } = marks;
      // rows of marks stand in quincunx
      const offset = Math.round(v / row.spacing) % 2 === 0 ? 0 : every / 2;
      for (let k = Math.floor((from - offset - length) / every); ; k++) {
        const u = k * every + offset;
        if (u > to) break;
        // a dot has a length too small to see, for programs that draw none of no length
        const [a, b] = [Math.max(u, from), Math.min(u + Math.max(length, 0.02), to)];
        if (b > a) stroke(a, b, v);
      }
    }
  }
  return parts.join('');
}

interface Row {
  readonly v: number;
  readonly spans: readonly (readonly [number, number])[];
}

/** Where each row runs inside: the winding number of the rings is not 0. */
function spansOf(rings: readonly (readonly Position[])[], row: HatchRows): Row[] {
  const { along, spacing, first } = row;
  const crossings = new Map<number, [u: number, turn: number][]>();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      const va = a[1] * along[0] - a[0] * along[1];
      const vb = b[1] * along[0] - b[0] * along[1];
      if (va === vb) continue;
      const ua = a[0] * along[0] + a[1] * along[1];
      const ub = b[0] * along[0] + b[1] * along[1];
      const [low, high] = va < vb ? [va, vb] : [vb, va];
      // half open, so that a vertex counts once
      for (let k = Math.ceil((low - first) / spacing); k * spacing + first < high; k++) {
        const v = k * spacing + first;
        const list = crossings.get(k) ?? [];
        list.push([ua + ((v - va) / (vb - va)) * (ub - ua), va < vb ? 1 : -1]);
        crossings.set(k, list);
      }
    }
  }
  return [...crossings.keys()]
    .sort((a, b) => a - b)
    .map((k) => {
      const spans: [number, number][] = [];
      let winding = 0;
      let from = 0;
      for (const [u, turn] of crossings.get(k)!.sort((a, b) => a[0] - b[0])) {
        if (winding === 0) from = u;
        winding += turn;
        if (winding === 0 && u > from) spans.push([from, u]);
      }
      return { v: k * spacing + first, spans };
    });
}

/** A hundredth of a millimetre is enough for a hatch. */
function short(value: number): string {
  const text = String(Math.round(value * 100) / 100);
  return text === '-0' ? '0' : text;
}
