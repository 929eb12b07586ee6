/** Colour arithmetic for the palette's tables, from the published formulas. */
export type Rgb = readonly [number, number, number];

export function rgbOf(hex: string): Rgb {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits;
  return [0, 2, 4].map((i) => Number.parseInt(full.slice(i, i + 2), 16) / 255) as unknown as Rgb;
}

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number): number => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);

/** WCAG 2.2, relative luminance and contrast ratio. */
export function contrast(a: Rgb, b: Rgb): number {
  const light = ([r, g, bl]: Rgb): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(bl);
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** Machado, Oliveira, Fernandes (2009), severity 1, applied to linear RGB. */
export const SIGHTS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;
export type Sight = keyof typeof SIGHTS;

export function seen(color: Rgb, sight: Sight): Rgb {
  const m = SIGHTS[sight];
  const [r, g, b] = color.map(linear) as [number, number, number];
  return [0, 3, 6].map((i) =>
    gamma(Math.min(1, Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b))),
  ) as unknown as Rgb;
}

/** CIE L*a*b* under D65. */
export function labOf(color: Rgb): Rgb {
  const [r, g, b] = color.map(linear) as [number, number, number];
  const f = (t: number): number =>
    t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 (Sharma, Wu, Dalal 2005). */
export function ciede2000([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const rad = Math.PI / 180;
  const c7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(c7 / (c7 + 25 ** 7)));
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const hue = (x: number, y: number): number =>
    x === 0 && y === 0 ? 0 : (Math.atan2(y, x) / rad + 360) % 360;
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)];
  let dh = h2 - h1;
  if (c1 * c2 === 0) dh = 0;
  else if (dh > 180) dh -= 360;
  else if (dh < -180) dh += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad);
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  let h = h1 + h2;
  if (c1 * c2 !== 0) {
    if (Math.abs(h1 - h2) <= 180) h /= 2;
    else h = h < 360 ? (h + 360) / 2 : (h - 360) / 2;
  }
  const t =
    1 -
    0.17 * Math.cos((h - 30) * rad) +
    0.24 * Math.cos(2 * h * rad) +
    0.32 * Math.cos((3 * h + 6) * rad) -
    0.2 * Math.cos((4 * h - 63) * rad);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const turn = 30 * Math.exp(-(((h - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(2 * turn * rad);
  const [dl, dc, dH2] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dH2 ** 2 + rt * dc * dH2);
}

/** The smallest difference between any two colours for one kind of sight. */
export function smallestDifference(colors: readonly string[], sight: Sight): number {
  const labs = colors.map((hex) => labOf(seen(rgbOf(hex), sight)));
  let least = Infinity;
  for (const [i, a] of labs.entries()) {
    for (const b of labs.slice(i + 1)) least = Math.min(least, ciede2000(a, b));
  }
  return least;
}

export type ThemeName = 'light' | 'dark' | 'imagery' | 'contrast';
export type Tokens = Readonly<Record<string, string>>;

/** The tokens of each theme as the stylesheet cascades them: a theme's own over the light ones. */
export function tokensOf(css: string): Record<ThemeName, Tokens> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const block = (selector: string): Tokens => {
    const from = plain.indexOf(`${selector} {`);
    if (from < 0) throw new Error(`no block ${selector}`);
    const body = plain.slice(plain.indexOf('{', from) + 1, plain.indexOf('}', from));
    return Object.fromEntries(
      [...body.matchAll(/--sx-([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
        name!,
        value!.trim(),
      ]),
    );
  };
  const light = block(':root, :host');
  return {
    light,
    dark: { ...light, ...block(':root[data-theme="dark"], :host([theme="dark"])') },
    imagery: { ...light, ...block('[data-base="imagery"]') },
    contrast: { ...light, ...block(':root[data-theme="contrast"], :host([theme="contrast"])') },
  };
}
