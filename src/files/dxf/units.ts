import { numberScale } from '../../crs/number-scale.ts';
import type { Note } from '../../domain/note.ts';
import type { Position } from '../../geometry/shapes.ts';
import { importError, importNote } from '../import-message.ts';

/** $INSUNITS: how many metres a unit is, and its name. 0 (none) and 6 (metres) say nothing new. */
const UNITS: Readonly<Record<number, readonly [metres: number, name: string]>> = {
  1: [0.0254, 'in'],
  2: [0.3048, 'ft'],
  4: [0.001, 'mm'],
  5: [0.01, 'cm'],
  7: [1000, 'km'],
};
const SCALES = [0.001, 0.01, 1000];

/**
 * Most templates say millimetres, and most surveyors draw metres under them: the numbers decide, and
 * nothing is scaled. Numbers that only make sense in another unit are refused with the way out.
 */
export function checkUnits(units: number, [x, y]: Position): Note[] {
  const named = UNITS[units];
  if (isPlane(x, y) || numberScale(x, y).scale === 'degrees') {
    return named ? [importNote('note-dxf-units', 'info', { unit: named[1] })] : [];
  }
  const scale = SCALES.find((metres) => isPlane(x * metres, y * metres));
  if (scale !== undefined) throw importError('err-dxf-units', { x, y, scale });
  return [];
}

function isPlane(x: number, y: number): boolean {
  const { scale } = numberScale(x, y);
  return scale === 'plain' || scale === 'prefixed';
}
