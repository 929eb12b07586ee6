import { importError } from '../import-message.ts';
import { plainText } from './decode-dxf.ts';
import { type Group, groupsOf, numberIn } from './groups.ts';

/** An entity as its groups; a POLYLINE carries its vertices, an INSERT its attributes. */
export interface Entity {
  readonly type: string;
  readonly groups: readonly Group[];
  readonly parts: readonly Entity[];
}

export interface Block {
  readonly entities: readonly Entity[];
  readonly base: readonly [number, number];
  /** Another file that would have to be there. */
  readonly isExternal: boolean;
}

export interface Drawing {
  /** $INSUNITS, 0 where it says nothing. */
  readonly units: number;
  readonly entities: readonly Entity[];
  readonly blocks: ReadonlyMap<string, Block>;
  /** Layers that are off or frozen. */
  readonly hiddenLayers: ReadonlySet<string>;
}

/**
 * Sections of a drawing (DXF reference, AutoCAD R12 to 2018). One without its end, as a broken download
 * leaves it, is refused: a boundary that is missing must not be taken for one that is not there.
 */
export function readDrawing(text: string): Drawing {
  let units = 0;
  let entities: Entity[] = [];
  let hasEnd = false;
  let line = 0;
  const blocks = new Map<string, Block>();
  const hiddenLayers = new Set<string>();
  const source = new Records(text);
  for (let record = source.next(); record !== null; record = source.next()) {
    line = record.line;
    if (record.type === 'EOF') hasEnd = true;
    if (record.type !== 'SECTION') continue;
    switch (firstValue(record.groups, 2)) {
      case 'HEADER':
        units = headerUnits(record.groups);
        break;
      case 'TABLES':
        readLayers(source, hiddenLayers);
        break;
      case 'BLOCKS':
        readBlocks(source, blocks);
        break;
      case 'ENTITIES':
        entities = entities.concat(readEntities(source, 'ENDSEC'));
        break;
      default:
        break;
    }
  }
  if (!hasEnd) throw importError('err-dxf-cut', { line });
  return { units, entities, blocks, hiddenLayers };
}

interface Record {
  readonly type: string;
  readonly groups: readonly Group[];
  readonly line: number;
}

/** Everything from one group 0 to the next. */
class Records {
  readonly #groups: Generator<Group>;
  #head: Group | null;

  constructor(text: string) {
    this.#groups = groupsOf(text);
    this.#head = this.#nextGroup();
    while (this.#head !== null && this.#head.code !== 0) this.#head = this.#nextGroup();
  }

  /** The next record, or null behind the last. */
  next(): Record | null {
    const head = this.#head;
    if (head === null) return null;
    const groups: Group[] = [];
    let group = this.#nextGroup();
    for (; group !== null && group.code !== 0; group = this.#nextGroup()) {
      if (group.code !== 999) groups.push(group);
    }
    this.#head = group;
    return { type: head.value.trim().toUpperCase(), groups, line: head.line };
  }

  /** The type of the next record without taking it. */
  get ahead(): string | null {
    return this.#head?.value.trim().toUpperCase() ?? null;
  }

  #nextGroup(): Group | null {
    const { value, done } = this.#groups.next();
    return done ? null : value;
  }
}

/** Which records follow an entity as its parts. */
const PARTS: Readonly<globalThis.Record<string, string>> = { POLYLINE: 'VERTEX', INSERT: 'ATTRIB' };

function readEntities(source: Records, end: 'ENDSEC' | 'ENDBLK'): Entity[] {
  const entities: Entity[] = [];
  for (let record = source.next(); record !== null; record = source.next()) {
    if (record.type === end) return entities;
    const { type, groups } = record;
    const parts: Entity[] = [];
    while (PARTS[type] !== undefined && source.ahead === PARTS[type]) {
      const part = source.next()!;
      parts.push({ type: part.type, groups: part.groups, parts: [] });
    }
    if (parts.length > 0 && source.ahead === 'SEQEND') source.next();
    entities.push({ type, groups, parts });
  }
  throw importError('err-dxf-cut', { line: entities.at(-1)?.groups.at(-1)?.line ?? 1 });
}

function readBlocks(source: Records, blocks: Map<string, Block>): void {
  for (let record = source.next(); record !== null; record = source.next()) {
    if (record.type === 'ENDSEC') return;
    if (record.type !== 'BLOCK') continue;
    const name = plainText(firstValue(record.groups, 2) ?? '').toUpperCase();
    const flags = Number(firstValue(record.groups, 70) ?? 0);
    const at = (code: number): number => {
      const group = record!.groups.find((one) => one.code === code);
      return group ? numberIn(group) : 0;
    };
    blocks.set(name, {
      base: [at(10), at(20)],
      entities: readEntities(source, 'ENDBLK'),
      isExternal: (flags & (4 | 8)) !== 0,
    });
  }
}

function readLayers(source: Records, hidden: Set<string>): void {
  for (let record = source.next(); record !== null; record = source.next()) {
    if (record.type === 'ENDSEC') return;
    if (record.type !== 'LAYER') continue;
    const isFrozen = (Number(firstValue(record.groups, 70) ?? 0) & 1) !== 0;
    const isOff = Number(firstValue(record.groups, 62) ?? 7) < 0;
    if (isFrozen || isOff) hidden.add(plainText(firstValue(record.groups, 2) ?? ''));
  }
}

function headerUnits(groups: readonly Group[]): number {
  const at = groups.findIndex(({ code, value }) => code === 9 && value.trim() === '$INSUNITS');
  return Number(groups[at + 1]?.code === 70 && at >= 0 ? groups[at + 1]!.value : 0);
}

export function firstValue(groups: readonly Group[], code: number): string | undefined {
  return groups.find((group) => group.code === code)?.value;
}
