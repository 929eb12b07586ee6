import type { CrsCandidate } from './project.ts';
import { UserError } from './user-error.ts';

/** Seven parameters from a local datum to CGCS2000 (position vector): metres, arc seconds, ppm. */
export interface DatumShift {
  readonly dxM: number;
  readonly dyM: number;
  readonly dzM: number;
  readonly rxSec: number;
  readonly rySec: number;
  readonly rzSec: number;
  readonly scalePpm: number;
}

/**
 * What a person said about a file beyond its bytes, in a dialog or by options of the command line. Plain
 * data. An absent answer was not given; nothing here is ever filled in by guessing.
 */
export interface ImportAnswers {
  /** EPSG code; wins over the file, not over the numbers. */
  readonly crs?: number | undefined;
  /** For Xi'an 80 and Beijing 54, which cannot be computed without local parameters. */
  readonly datumShift?: DatumShift | undefined;
  /** The coordinates were picked on an internet map. */
  readonly shift?: 'gcj02' | 'bd09' | undefined;
  /** Where such coordinates were picked, in the person's own words. */
  readonly shiftSource?: string | undefined;
  /** Distance to each side of a line, radius around a point, metres. */
  readonly bufferM?: number | undefined;
  readonly ends?: 'round' | 'flat' | undefined;
  /** Open lines are boundaries: their ends are joined. */
  readonly closeLines?: boolean | undefined;
  /** Layers of a file that holds several; the others are left out. */
  readonly layers?: readonly string[] | undefined;
  /** One project a value of this field; without it a file is one project. */
  readonly nameField?: string | undefined;
}

/** A layer of a file, by what it holds. */
export interface LayerChoice {
  readonly name: string;
  readonly areas: number;
  readonly lines: number;
  readonly points: number;
}

/** A field that could tell the projects of a file apart. */
export interface FieldChoice {
  readonly name: string;
  readonly values: number;
  /** The first few, as written. */
  readonly examples: readonly string[];
}

/** What an import must know before it can go on. Answered by opening the file again with an answer. */
export type ImportQuestion =
  | { readonly kind: 'crs'; readonly candidates: readonly CrsCandidate[] }
  | { readonly kind: 'layers'; readonly layers: readonly LayerChoice[] }
  | { readonly kind: 'outline'; readonly lines: number; readonly points: number }
  | { readonly kind: 'datum'; readonly datum: string; readonly epsg: number | null };

/** The question that an error asks, or null where it is a plain refusal. */
export function questionOf(cause: unknown): ImportQuestion | null {
  if (!(cause instanceof UserError)) return null;
  const question = cause.detail;
  const isQuestion = typeof question === 'object' && question !== null && 'kind' in question;
  return isQuestion ? (question as ImportQuestion) : null;
}
