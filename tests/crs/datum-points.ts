import type { SevenParameters } from '../../src/crs/datum-shift.ts';
import answers from './datum-answers.json' with { type: 'json' };

export interface DatumPoint {
  readonly epsg: number;
  readonly datum: 'xian80' | 'beijing54';
  readonly x: number;
  readonly y: number;
  readonly lon: number;
  readonly lat: number;
}

/** PROJ's answers, committed. */
export function datumPoints(): readonly DatumPoint[] {
  return answers.points as readonly DatumPoint[];
}

/** The parameters these answers were made with: of the right size, of no real network. */
export function shiftOf(datum: 'xian80' | 'beijing54'): SevenParameters {
  const [dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm] = answers.shifts[datum];
  return {
    dxM: dxM!,
    dyM: dyM!,
    dzM: dzM!,
    rxSec: rxSec!,
    rySec: rySec!,
    rzSec: rzSec!,
    scalePpm: scalePpm!,
  };
}
