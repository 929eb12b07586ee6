import type { UserError } from '../../domain/user-error.ts';
import type { Position } from '../../geometry/shapes.ts';
import { importError } from '../import-message.ts';
import {
  type Affine,
  applyAffine,
  composeAffine,
  IDENTITY,
  isIdentity,
  stretchOf,
  turned,
} from './affine.ts';
import { type Corner, cornerIn, courseOf, measureIn } from './curves.ts';
import { mtextWords, plainText } from './decode-dxf.ts';
import { type Drawing, type Entity, firstValue } from './drawing.ts';

/** A line of the drawing, in its world coordinates. */
export interface Path {
  readonly layer: string;
  readonly corners: readonly Corner[];
  readonly isClosed: boolean;
}

export interface Mark {
  readonly layer: string;
  readonly corner: Corner;
}

export interface Label {
  readonly words: string;
  readonly at: Position;
}

/** Everything a drawing shows, blocks taken apart, and what was passed over. */
export interface Shown {
  readonly paths: Path[];
  readonly points: Mark[];
  readonly labels: Label[];
  /** Counts by type of what is drawn but not read. */
  readonly unread: Map<string, number>;
  chords: number;
  heights: number;
  /** Entities of a print layout, which are no part of the map. */
  onPaper: number;
}

/** Height of a chord over its arc at most, metres; what rounding to 1e-6 m adds stays below 1 mm too. */
export const CHORD_TOLERANCE_M = 0.000_99;
/** The same for a drawing in degrees: a millimetre and less everywhere in China. */
export const CHORD_TOLERANCE_DEGREES = 0.8e-8;

const DEEPEST_BLOCK = 16;
const MOST_CORNERS = 4_000_000;
/** Entities out of blocks: some ten bytes of file can stand for any number of them. */
const MOST_FROM_BLOCKS = 200_000;

/** Words and signs that bound nothing. */
const SILENT = new Set([
  'ATTDEF',
  'ATTRIB',
  'DIMENSION',
  'ARC_DIMENSION',
  'LARGE_RADIAL_DIMENSION',
  'LEADER',
  'MLEADER',
  'MULTILEADER',
  'TOLERANCE',
  'VIEWPORT',
  'IMAGE',
  'WIPEOUT',
  'OLE2FRAME',
  'OLEFRAME',
  'ACAD_TABLE',
  'RAY',
  'XLINE',
  'SEQEND',
]);

/** Takes the blocks of a drawing apart and its arcs into chords. */
export function explode(drawing: Drawing, tolerance: number, signal?: AbortSignal): Shown {
  const explosion = new Explosion(drawing, tolerance, signal);
  for (const entity of drawing.entities) explosion.show(entity, IDENTITY, null, 0);
  return explosion.shown;
}

class Explosion {
  readonly shown: Shown = {
    paths: [],
    points: [],
    labels: [],
    unread: new Map(),
    chords: 0,
    heights: 0,
    onPaper: 0,
  };
  readonly #drawing: Drawing;
  readonly #tolerance: number;
  readonly #decimals: number;
  readonly #signal: AbortSignal | undefined;
  #cornersLeft = MOST_CORNERS;
  #entitiesLeft = MOST_FROM_BLOCKS;

  constructor(drawing: Drawing, tolerance: number, signal: AbortSignal | undefined) {
    this.#drawing = drawing;
    this.#tolerance = tolerance;
    this.#decimals = tolerance < 1e-6 ? 12 : 6;
    this.#signal = signal;
  }

  /**
   * @param place from the entity's surroundings to the world
   * @param ofLayer layer of the INSERT that brought it, null in the drawing itself
   */
  show(entity: Entity, place: Affine, ofLayer: string | null, depth: number): void {
    if (depth > 0) this.#spend(0, 1);
    this.#signal?.throwIfAborted();
    const { type, groups } = entity;
    if (firstValue(groups, 67)?.trim() === '1') {
      this.shown.onPaper++;
      return;
    }
    if (firstValue(groups, 60)?.trim() === '1') {
      this.#passOver('(invisible)');
      return;
    }
    const frame = frameOf(type, groups);
    if (frame === null) {
      this.#passOver(type);
      return;
    }
    const own = plainText(firstValue(groups, 8) ?? '0');
    // What lies on layer 0 of a block takes the layer of the place it is put.
    const layer = own === '0' && ofLayer !== null ? ofLayer : own;
    const world = composeAffine(place, frame);
    const at = (): Corner => this.#written(moved(cornerIn(groups, 10), world));
    switch (type) {
      case 'INSERT':
        for (const part of entity.parts) {
          this.#label(plainText(firstValue(part.groups, 1) ?? ''), part.groups, place);
        }
        this.#insert(groups, world, layer, depth);
        return;
      case 'TEXT':
        this.#label(plainText(firstValue(groups, 1) ?? ''), groups, world);
        return;
      case 'MTEXT': {
        const text = groups.filter(({ code }) => code === 1 || code === 3);
        this.#label(mtextWords(text.map(({ value }) => value).join('')), groups, world);
        return;
      }
      case 'POINT':
        this.shown.points.push({ layer, corner: at() });
        return;
      default:
        this.#draw(entity, world, layer);
    }
  }

  #draw(entity: Entity, world: Affine, layer: string): void {
    const course = courseOf(entity, this.#tolerance / Math.max(stretchOf(world), 1e-9));
    if (course === null) {
      if (!SILENT.has(entity.type)) this.#passOver(entity.type);
      return;
    }
    this.#spend(course.corners.length, 0);
    this.shown.chords += course.chords;
    if (course.hasHeights) this.shown.heights++;
    const corners = course.corners.map((corner) => this.#written(moved(corner, world)));
    this.shown.paths.push({ layer, corners, isClosed: course.isClosed });
  }

  #insert(groups: Entity['groups'], world: Affine, layer: string, depth: number): void {
    const name = plainText(firstValue(groups, 2) ?? '').toUpperCase();
    const block = this.#drawing.blocks.get(name);
    if (block === undefined || block.isExternal) {
      this.#passOver(`INSERT ${name}`);
      return;
    }
    if (depth >= DEEPEST_BLOCK) throw tooMuch();
    const measure = (code: number, otherwise: number) => measureIn(groups, code) ?? otherwise;
    const [columns, rows] = [Math.max(1, measure(70, 1)), Math.max(1, measure(71, 1))];
    this.#spend(0, columns * rows);
    const turn = turned(measure(50, 0));
    const local = composeAffine(turn, { ...IDENTITY, a: measure(41, 1), d: measure(42, 1) });
    const base = applyAffine(local, block.base);
    const { at } = cornerIn(groups, 10);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const [dx, dy] = applyAffine(turn, [column * measure(44, 0), row * measure(45, 0)]);
        const there = { ...local, e: at[0] + dx - base[0], f: at[1] + dy - base[1] };
        const inner = composeAffine(world, there);
        for (const part of block.entities) this.show(part, inner, layer, depth + 1);
      }
    }
  }

  #label(words: string, groups: Entity['groups'], world: Affine): void {
    if (words !== '') this.shown.labels.push({ words, at: moved(cornerIn(groups, 10), world).at });
  }

  #passOver(type: string): void {
    this.shown.unread.set(type, (this.shown.unread.get(type) ?? 0) + 1);
  }

  /** Digits of a computed place: to a micrometre, so that rounding moves nothing that counts. */
  #written({ at, written }: Corner): Corner {
    if (written !== null) return { at, written };
    const digits = at.map((value) => String(Number(value.toFixed(this.#decimals))));
    return { at: [Number(digits[0]), Number(digits[1])], written: [digits[0]!, digits[1]!] };
  }

  #spend(corners: number, entities: number): void {
    this.#cornersLeft -= corners;
    this.#entitiesLeft -= entities;
    if (!(this.#cornersLeft >= 0 && this.#entitiesLeft >= 0)) throw tooMuch();
  }
}

function tooMuch(): UserError {
  return importError('err-dxf-blocks', { count: MOST_CORNERS });
}

function moved(corner: Corner, world: Affine): Corner {
  return isIdentity(world) ? corner : { at: applyAffine(world, corner.at), written: null };
}

/** Entities whose coordinates are those of the drawing whatever their extrusion says. */
const IN_WORLD = new Set(['LINE', 'POINT', 'ELLIPSE', 'SPLINE', 'MTEXT']);

/**
 * From the entity's own plane (extrusion, groups 210-230) to the drawing's: nothing, or for one drawn
 * from below (0, 0, -1) a mirrored x. Null for a plane that is tilted.
 */
function frameOf(type: string, groups: Entity['groups']): Affine | null {
  const isSpatial = type === 'POLYLINE' && (Number(firstValue(groups, 70) ?? 0) & 8) !== 0;
  if (IN_WORLD.has(type) || isSpatial) return IDENTITY;
  const [x, y, z] = [
    measureIn(groups, 210) ?? 0,
    measureIn(groups, 220) ?? 0,
    measureIn(groups, 230) ?? 1,
  ];
  if (Math.hypot(x, y) > 1e-9 * Math.abs(z) || z === 0) return null;
  return z > 0 ? IDENTITY : { ...IDENTITY, a: -1 };
}
