const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;

/** No single feature, and no member beside the features, may be longer (bytes). */
const LONGEST_VALUE = 256 * 1024 * 1024;

/** What the scanner finds: a member of the root object, or one item of its `features`. */
export interface ScannedJson {
  /** Name of the root's member; `features` once an item. */
  readonly member: string;
  /** JSON text of the member's value or of the item. */
  readonly text: string;
}

/**
 * Cuts a GeoJSON document (UTF-8, in pieces) into its features and the other members of its root, so that
 * its length does not matter. Looks at brackets and strings alone; what is cut is parsed by the caller.
 *
 * @throws SyntaxError for a document that is no object, or ends within
 */
export async function* scanGeoJson(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ScannedJson> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  /** Bytes of the value being cut out. */
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let member = '';
  /** A member's name was read and its value comes next. */
  let expectsValue = false;
  /** Inside the list of features. */
  let inFeatures = false;
  let cutting = false;

  const take = (): string => {
    const all = new Uint8Array(keptBytes);
    let at = 0;
    for (const part of kept) {
      all.set(part, at);
      at += part.length;
    }
    kept = [];
    keptBytes = 0;
    cutting = false;
    return utf8.decode(all);
  };

  for await (const piece of pieces) {
    let from = 0;
    const keep = (end: number): void => {
      if (end > from) kept.push(piece.slice(from, end));
      keptBytes += end - from;
      if (keptBytes > LONGEST_VALUE) throw new SyntaxError(`${member} is too long`);
    };
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          inString = false;
          if (depth === 1 && !expectsValue && cutting) {
            keep(i + 1);
            member = JSON.parse(take()) as string;
          }
        }
        continue;
      }
      const itemDepth = inFeatures ? 2 : 1;
      switch (byte) {
        case QUOTE:
          inString = true;
          if (!cutting && depth === 1) {
            cutting = true;
            from = i;
          }
          break;
        case COLON:
          if (depth === 1) expectsValue = true;
          break;
        case OPEN_OBJECT:
        case OPEN_LIST:
          if (depth === 0 && byte === OPEN_LIST) throw new SyntaxError('a list, no object');
          if (depth === 1 && byte === OPEN_LIST && member === 'features') {
            inFeatures = true;
          } else if (depth === itemDepth && depth > 0 && !cutting) {
            cutting = true;
            from = i;
          }
          depth++;
          break;
        case CLOSE_OBJECT:
        case CLOSE_LIST:
          depth--;
          if (depth < 0) throw new SyntaxError('a bracket too many');
          if (inFeatures && depth === 2 && cutting) {
            keep(i + 1);
            yield { member, text: take() };
          } else if (inFeatures && depth === 1) {
            inFeatures = false;
            expectsValue = false;
          } else if (depth === 0 && expectsValue) {
            if (cutting) {
              keep(i);
              yield { member, text: take() };
            }
            expectsValue = false;
          }
          break;
        case COMMA:
          if (depth === 1 && expectsValue) {
            if (cutting) {
              keep(i);
              yield { member, text: take() };
            }
            expectsValue = false;
          }
          break;
        default:
          // a number or a word: only those directly under the root are wanted
          if (depth === 1 && expectsValue && !cutting && byte > 0x20) {
            cutting = true;
            from = i;
          }
          if (depth === 0 && byte > 0x20) throw new SyntaxError('no JSON object');
          if (inFeatures && depth === 2 && byte > 0x20) throw new SyntaxError('no feature');
      }
    }
    if (cutting) keep(piece.length);
  }
  if (depth !== 0 || inString) throw new SyntaxError('ends before its last bracket');
}
