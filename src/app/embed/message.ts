import { THEMES, type ThemeChoice } from '../../components/choices.ts';
import type { BBox } from '../../geometry/shapes.ts';
import type { Language } from '../../text/text.ts';
import '../../text/words/later.ts';

/** Messages of the page around a frame, version 1. Whatever comes is looked at field by field. */
export type HostMessage =
  | { readonly type: 'open'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'check' }
  | { readonly type: 'exportReport'; readonly format: string }
  | { readonly type: 'fitTo'; readonly bbox: BBox }
  | { readonly type: 'set'; readonly change: HostChange };

/** Properties of the element that a host may set. */
export interface HostChange {
  readonly catalog?: string;
  readonly lang?: Language;
  readonly theme?: ThemeChoice;
  readonly readonly?: boolean;
  /** A `sanxian/project@1` document as JSON text; null closes the project. */
  readonly project?: string | null;
  /** JSON text. */
  readonly claim?: string;
}

export type MessageId = string | number;

export interface Refusal {
  readonly code: 'embed.shape' | 'embed.version' | 'embed.type';
  readonly params: Readonly<Record<string, string>>;
}

export type ReadMessage =
  | { readonly id: MessageId; readonly message: HostMessage }
  | { readonly id: MessageId | null; readonly refusal: Refusal };

/** Longer ones are no names, addresses or ids (characters). */
const NAME = 255;
const ADDRESS = 2048;
const ID = 128;
/** A claim is a few answers (characters of JSON). */
const CLAIM = 64 * 1024;
/** Beyond this no project file is read anyway (bytes, characters). */
const FILE = 100 * 1024 * 1024;

/** Something is not as the protocol says. */
class Misshapen extends Error {}

/** Reads what a page sent; null where it is no message for us, and gets no answer. */
export function readMessage(data: unknown): ReadMessage | null {
  if (!isRecord(data) || typeof data.type !== 'string') return null;
  const { type } = data;
  if (!type.startsWith('sanxian:')) return null;
  const id = idOf(data.id);
  const refuse = (code: Refusal['code'], params: Refusal['params'] = {}): ReadMessage => ({
    id,
    refusal: { code, params },
  });
  if (data.version !== 1) return refuse('embed.version');
  if (id === null) return refuse('embed.shape', { problem: `id: string or number, <= ${ID}` });
  const name = type.slice('sanxian:'.length);
  if (!Object.hasOwn(READERS, name)) return refuse('embed.type', { type: type.slice(0, 80) });
  try {
    return { id, message: READERS[name as keyof typeof READERS](data.payload) };
  } catch (cause) {
    // JSON of something that goes round in a circle, or holds a BigInt
    if (!(cause instanceof Misshapen || cause instanceof TypeError)) throw cause;
    return refuse('embed.shape', { problem: cause.message.slice(0, 200) });
  }
}

const READERS = {
  open(payload: unknown): HostMessage {
    const { name, bytes } = record(payload, ['name', 'bytes']);
    return { type: 'open', name: text(name, 'name', NAME), bytes: bytesOf(bytes) };
  },
  check(payload: unknown): HostMessage {
    if (payload !== undefined && payload !== null) record(payload, []);
    return { type: 'check' };
  },
  exportReport(payload: unknown): HostMessage {
    const { format } = record(payload, ['format']);
    return { type: 'exportReport', format: text(format, 'format', 20) };
  },
  fitTo(payload: unknown): HostMessage {
    const { bbox } = record(payload, ['bbox']);
    return { type: 'fitTo', bbox: bboxOf(bbox) };
  },
  set(payload: unknown): HostMessage {
    const given = record(payload, Object.keys(PROPERTIES));
    const change = Object.entries(given).map(([key, value]) => [
      key,
      PROPERTIES[key as keyof typeof PROPERTIES](value),
    ]);
    return { type: 'set', change: Object.fromEntries(change) as HostChange };
  },
} as const;

const PROPERTIES = {
  catalog: (value: unknown) => text(value, 'catalog', ADDRESS),
  lang: (value: unknown) => oneOf(value, 'lang', ['zh', 'en'] as const),
  theme: (value: unknown) => oneOf(value, 'theme', THEMES),
  readonly: (value: unknown) => oneOf(value, 'readonly', [true, false] as const),
  project: (value: unknown) => (value === null ? null : json(value, 'project', FILE)),
  claim: (value: unknown) => json(value ?? {}, 'claim', CLAIM),
} as const satisfies Record<keyof HostChange, (value: unknown) => unknown>;

function idOf(id: unknown): MessageId | null {
  if (typeof id === 'string') return id.length <= ID ? id : null;
  return typeof id === 'number' && Number.isFinite(id) ? id : null;
}

function record(value: unknown, keys: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw new Misshapen('payload: an object is expected');
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new Misshapen(`payload.${unknown.slice(0, 40)}: unknown; ${keys.join(', ') || 'none'}`);
  }
  return value;
}

function text(value: unknown, name: string, most: number): string {
  if (typeof value !== 'string' || value === '' || value.length > most) {
    throw new Misshapen(`${name}: text of 1 to ${most} characters is expected`);
  }
  return value;
}

function oneOf<T>(value: unknown, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new Misshapen(`${name}: ${choices.join(' | ')}`);
  return found;
}

function json(value: unknown, name: string, most: number): string {
  if (!isRecord(value)) throw new Misshapen(`${name}: an object is expected`);
  const written = JSON.stringify(value);
  if (written.length > most) throw new Misshapen(`${name}: at most ${most} characters of JSON`);
  return written;
}

/** Text goes as UTF-8; bytes are taken as they are. */
function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes =
    typeof value === 'string' && value.length <= FILE
      ? new TextEncoder().encode(value)
      : value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : value instanceof Uint8Array
          ? Uint8Array.from(value.byteLength <= FILE ? value : [])
          : null;
  const length = value instanceof Uint8Array ? value.byteLength : (bytes?.byteLength ?? 0);
  if (bytes === null || length === 0 || length > FILE) {
    throw new Misshapen(`bytes: 1 to ${FILE} bytes as text, ArrayBuffer or Uint8Array`);
  }
  return bytes;
}

function bboxOf(value: unknown): BBox {
  const fine =
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((side) => typeof side === 'number' && Number.isFinite(side));
  const [west, south, east, north] = fine ? (value as [number, number, number, number]) : [];
  if (
    west === undefined ||
    !(west >= -180 && west < east! && east! <= 180 && south! >= -85 && south! < north!) ||
    north! > 85
  ) {
    throw new Misshapen('bbox: [west, south, east, north] in degrees');
  }
  return [west, south!, east!, north!];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
