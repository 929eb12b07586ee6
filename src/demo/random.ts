/**
 * Chance without a generator's state: a number depends on its keys alone, so the order in which
 * things are made cannot change them. Integer arithmetic only: the same on every engine.
 */
export function hash(a: number, b = 0, c = 0, d = 0): number {
  let h = 0x9e3779b9 ^ Math.imul(a | 0, 0x85ebca6b);
  h = mix(h ^ Math.imul(b | 0, 0xc2b2ae35));
  h = mix(h ^ Math.imul(c | 0, 0x27d4eb2f));
  return mix(h ^ Math.imul(d | 0, 0x165667b1));
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Number in [0, 1) for these keys. */
export function chance(a: number, b = 0, c = 0, d = 0): number {
  return hash(a, b, c, d) / 4294967296;
}

/** Value noise in (-1, 1): smooth between random values on a lattice of `wavelength`. */
export function noise(x: number, y: number, wavelength: number, seed: number): number {
  const u = x / wavelength;
  const v = y / wavelength;
  const i = Math.floor(u);
  const j = Math.floor(v);
  const fx = smooth(u - i);
  const fy = smooth(v - j);
  const south = chance(i, j, seed) * (1 - fx) + chance(i + 1, j, seed) * fx;
  const north = chance(i, j + 1, seed) * (1 - fx) + chance(i + 1, j + 1, seed) * fx;
  return (south * (1 - fy) + north * fy) * 2 - 1;
}

/** Four octaves of noise, each half as long and half as strong; about (-1, 1). */
export function fractalNoise(x: number, y: number, wavelength: number, seed: number): number {
  let sum = 0;
  let weight = 0.55;
  let length = wavelength;
  for (let octave = 0; octave < 4; octave++) {
    sum += weight * noise(x, y, length, seed + octave * 101);
    weight /= 2;
    length /= 2;
  }
  return sum;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
