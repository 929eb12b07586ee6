/**
 * Text to GB18030, which holds GBK and GB2312 and every character of Unicode. The table is taken from the
 * platform's own decoder: what is written here is read back there as the same text.
 */
export function encodeGb18030(text: string): Uint8Array {
  const out: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) out.push(code);
    else if (code >= 0xd800 && code < 0xe000) throw new RangeError('half a surrogate pair');
    else if (code >= 0x10000) out.push(...fourBytes(FIRST_SUPPLEMENTARY + code - 0x10000));
    else out.push(...(twoByteTable().get(letter) ?? fourByteTable().get(letter) ?? MISSING));
  }
  return Uint8Array.from(out);
}

/** 〓, the mark printers set for a character they lack: a few private ones have no bytes. */
const MISSING = [0xa1, 0xfe];

/** Place of U+10000 among the sequences of four bytes: 0x90308130. */
const FIRST_SUPPLEMENTARY = 189_000;
/** Sequences of four bytes for the first plane: up to 0x8431A439. */
const FOUR_BYTES_OF_PLANE = 39_420;

let two: ReadonlyMap<string, readonly number[]> | null = null;
let four: ReadonlyMap<string, readonly number[]> | null = null;

function twoByteTable(): ReadonlyMap<string, readonly number[]> {
  if (two) return two;
  const sequences: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) sequences.push([lead, trail]);
  }
  two = tableOf(sequences);
  return two;
}

/** Rare signs such as U+2E81 or Mongolian letters: built when one is met. */
function fourByteTable(): ReadonlyMap<string, readonly number[]> {
  if (four) return four;
  four = tableOf(Array.from({ length: FOUR_BYTES_OF_PLANE }, (_, index) => fourBytes(index)));
  return four;
}

function tableOf(sequences: readonly (readonly number[])[]): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (const sequence of sequences) {
    const letter = decoder.decode(Uint8Array.from(sequence));
    if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) {
      table.set(letter, sequence);
    }
  }
  return table;
}

function fourBytes(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
