import type { Command } from 'commander';
import type { DatumShift, ImportAnswers } from '../domain/import-answers.ts';
import { UserError } from '../domain/user-error.ts';
import { readChoice, readCrs, readNumber } from './option-values.ts';

/** Wider than any corridor, so that a slip of the unit is seen. */
const WIDEST_M = 10_000;

const ENDS = ['round', 'flat'] as const;

/** Options of what a person knows of project files beyond their bytes. */
export function declarePlaceOptions(command: Command): void {
  command
    .option('--crs <epsg>', 'coordinate system of the project files, e.g. EPSG:4523')
    .option('--datum-shift <list>', 'dX,dY,dZ,rX,rY,rZ,m from a local datum (m, arc seconds, ppm)')
    .option('--gcj02', 'coordinates were picked on an internet map (GCJ-02)')
    .option('--bd09', 'coordinates were picked on a Baidu map (BD-09)')
    .option('--file-layers <list>', 'layers to take of a file that holds several, by commas')
    .option('--name-field <field>', 'one project for each value of this field')
    .option('--buffer <metres>', 'distance to each side of lines, radius around points')
    .option('--ends <round|flat>', 'ends of widened lines')
    .option('--close-lines', 'lines are boundaries: join their ends');
}

/** @throws UserError `cli-...` for a value that makes no sense */
export function readPlaceOptions(raw: Readonly<Record<string, unknown>>): ImportAnswers {
  const text = (key: string): string | undefined => raw[key] as string | undefined;
  if (raw.gcj02 && raw.bd09) {
    throw new UserError('cli-together', { option: '--gcj02', other: '--bd09' });
  }
  const shift = raw.gcj02 ? 'gcj02' : raw.bd09 ? 'bd09' : undefined;
  const buffer = text('buffer');
  const ends = text('ends');
  const answers: ImportAnswers = {
    crs: readCrs(text('crs')) ?? undefined,
    datumShift: readShift(text('datumShift')),
    shift,
    bufferM: buffer === undefined ? undefined : readNumber('--buffer', buffer, 0.001, WIDEST_M),
    ends: ends === undefined ? undefined : readChoice('--ends', ends, ENDS),
    closeLines: raw.closeLines === true ? true : undefined,
    layers: readNames(text('fileLayers')),
    nameField: text('nameField'),
  };
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as ImportAnswers;
}

function readNames(list: string | undefined): string[] | undefined {
  return list
    ?.split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function readShift(value: string | undefined): DatumShift | undefined {
  if (value === undefined) return undefined;
  const parts = value.split(/[,;，；\s]+/).filter((part) => part !== '');
  const numbers = parts.map((part) =>
    /^[+-]?(\d+\.?\d*|\.\d+)$/.test(part) ? Number(part) : Number.NaN,
  );
  if (numbers.length !== 7 || !numbers.every(Number.isFinite)) {
    const wanted = 'dX,dY,dZ,rX,rY,rZ,m';
    throw new UserError('cli-number', { option: '--datum-shift', value, wanted });
  }
  const [dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]; // prettier-ignore
  return { dxM, dyM, dzM, rxSec, rySec, rzSec, scalePpm };
}
