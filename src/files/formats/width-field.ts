import type { Note } from '../../domain/note.ts';
import { importNote } from '../import-message.ts';
import type { RawShape } from './format.ts';

/** Names of fields that hold the full width of a line, or the diameter or radius of a point. */
const WIDTHS = [
  '宽度',
  '路宽',
  '线宽',
  '管廊宽度',
  '走廊宽度',
  '用地宽度',
  'KD',
  'LK',
  'width',
  'WIDTH',
  'Width',
];
const DIAMETERS = ['直径', 'ZJ', 'diameter', 'DIAMETER'];
const RADII = ['半径', 'BJ', 'radius', 'RADIUS'];

const METRES: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  米: 1,
  公尺: 1,
  cm: 0.01,
  厘米: 0.01,
  mm: 0.001,
  毫米: 0.001,
  km: 1000,
  公里: 1000,
  千米: 1000,
};

/** A length as written, metres; null where it is none or its unit is not known. */
function lengthM(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const found = /^(\d+\.?\d*|\.\d+)(\D*)$/.exec(plain);
  const unit = found ? METRES[found[2]!] : undefined;
  const value = found && unit !== undefined ? Number(found[1]) * unit : 0;
  // 0.1 + 0.2 of a metre: decimals of a millimetre are what the product adds.
  return value > 0 ? Number(value.toFixed(6)) : null;
}

/**
 * The width of a line or point by its attributes (of a point: the diameter). A field that holds no length
 * is a note, never a guess.
 */
export function widthOf(
  shape: RawShape,
  attributes: Readonly<Record<string, string>>,
): { widthM: number | null; notes: Note[] } {
  if (shape === 'area') return { widthM: null, notes: [] };
  const fields =
    shape === 'line'
      ? WIDTHS.map((name) => ({ name, times: 1 }))
      : [
          ...DIAMETERS.map((name) => ({ name, times: 1 })),
          ...RADII.map((name) => ({ name, times: 2 })),
        ];
  for (const { name, times } of fields) {
    const text = attributes[name];
    if (text === undefined) continue;
    const length = lengthM(text);
    if (length !== null) return { widthM: length * times, notes: [] };
    const params = { field: name, value: text.slice(0, 40) };
    return { widthM: null, notes: [importNote('note-width-unread', 'warning', params)] };
  }
  return { widthM: null, notes: [] };
}
