import { plainWord } from './table.ts';

export type Axis = 'plane' | 'degrees' | 'letter';

/** What a column holds, by its header word. */
export type Role =
  | { readonly is: 'north' | 'east'; readonly axis: Axis; readonly packed: boolean }
  | { readonly is: 'point'; readonly boundary: boolean; readonly weak: boolean }
  | { readonly is: 'ring' | 'parcel' | 'parcel-name' | 'area' | 'purpose' | 'graphic' | 'width' }
  | { readonly is: 'passed-over' }
  | { readonly is: 'attribute' };

const EXPLICIT: readonly (readonly [RegExp, Role])[] = [
  [/经度|东经|^经$|^(lon|lng|long|longitude|jd)$/, axis('east', 'degrees')],
  [/纬度|北纬|^纬$|^(lat|latitude|wd)$/, axis('north', 'degrees')],
  [/横坐标|东坐标|东向|^东$|\(东\)|^(e|easting|east|point_?x)$/, axis('east', 'plane')],
  [/纵坐标|北坐标|北向|^北$|\(北\)|^(n|northing|north|point_?y)$/, axis('north', 'plane')],
];

const WORDS: readonly (readonly [RegExp, Role])[] = [
  [/圈号|环号|^(ring|ringid|ringno)$/, { is: 'ring' }],
  [
    /^(界址点|拐点|界桩|界址)(点?号|编号|序号|名称?)?$/,
    { is: 'point', boundary: true, weak: false },
  ],
  [
    /^(点号|点名|点编号|点序号?|点|桩号|坐标点号?|point|pointid|pt)$/,
    { is: 'point', boundary: false, weak: false },
  ],
  [/^(序号|编号|no\.?|id|fid|objectid|name|名称)$/, { is: 'point', boundary: false, weak: true }],
  [/^(地块|宗地|图斑|区块)(编?号|代码|序号|id)?$|^parcel$|^dkbh$/, { is: 'parcel' }],
  [/^(地块|宗地|图斑|区块)名称?$|^dkmc$/, { is: 'parcel-name' }],
  [/^(地块|宗地|图斑|用地)?面积$|^(dkmj|ydmj)$/, { is: 'area' }],
  [/^(地块|土地|用地)?用途$/, { is: 'purpose' }],
  [/^图形(属性|类型)$|^几何类型$/, { is: 'graphic' }],
  [/^(路|线路|道路)?宽度?$/, { is: 'width' }],
  [/边长|间距|^距离|备注|说明|高程|^(h|z|remark|length)$/, { is: 'passed-over' }],
];

/**
 * The role of a column by the word in its header, null for an empty one. X is north and Y is east, the
 * way Chinese surveys write them; words for a direction outrank the letters. Whether the numbers agree
 * is found later, by their ranges, and said.
 */
export function roleOf(header: string): Role | null {
  const word = plainWord(header);
  if (word === '') return null;
  const packed = /度分秒|dms|d\.ms|dd\.?mmss/.test(word);
  const bare = word.replace(/\((m|米|米制|度分秒|度|°|dms|dd\.?mmss|公顷|亩|m2|平方米|ha)\)/g, '');
  const unit = bare.replace(/[/_]?(米|\(m\))$/, '');
  for (const [pattern, role] of EXPLICIT) {
    if (pattern.test(unit) && 'packed' in role) return { ...role, packed };
  }
  for (const [pattern, role] of WORDS) if (pattern.test(unit)) return role;
  const letter = /^(?:(?:国家|cgcs)?2000)?(?:坐标系?)?([xy])(?:坐标|值|轴|\/m)?(?:\(.*\))?$/.exec(
    unit,
  )?.[1];
  if (letter) return axis(letter === 'x' ? 'north' : 'east', 'letter', packed);
  return { is: 'attribute' };
}

function axis(is: 'north' | 'east', kind: Axis, packed = false): Role {
  return { is, axis: kind, packed };
}

/** One set of columns that together give points. Indices count from 0. */
export interface Columns {
  /** The part of the row that belongs to it: tables stand side by side. */
  readonly from: number;
  readonly to: number;
  readonly north: number;
  readonly east: number;
  /** The header says that angles are written D.MMSS. */
  readonly packed: boolean;
  readonly point: number | null;
  /** The header calls the points boundary points, which close. */
  readonly boundary: boolean;
  readonly ring: number | null;
  readonly parcel: number | null;
  readonly parcelName: number | null;
  readonly area: number | null;
  readonly purpose: number | null;
  readonly graphic: number | null;
  readonly width: number | null;
  /** Columns kept by their own names: 项目编号, 项目名称 ... */
  readonly attributes: readonly { readonly name: string; readonly column: number }[];
}

export type HeaderReading =
  | { readonly kind: 'columns'; readonly blocks: readonly Columns[]; readonly both: boolean }
  /** Several X or Y columns that do not repeat one pattern. */
  | { readonly kind: 'twice'; readonly words: readonly string[] };

/** The columns of a header row, or null for a row that is none: it names no north and no east. */
export function columnsOf(header: readonly string[]): HeaderReading | null {
  const roles = header.map(roleOf);
  const find = (is: 'north' | 'east', kinds: readonly Axis[]) =>
    roles.flatMap((role, i) => (role?.is === is && kinds.includes(role.axis) ? [i] : []));
  const plane = { north: find('north', ['plane']), east: find('east', ['plane']) };
  const letter = { north: find('north', ['letter']), east: find('east', ['letter']) };
  const degrees = { north: find('north', ['degrees']), east: find('east', ['degrees']) };
  const named = [plane, letter, degrees].filter(
    (set) => set.north.length > 0 && set.east.length > 0,
  );
  const chosen = named[0];
  if (!chosen) return null;
  const { north, east } = chosen;
  if (north.length === 1 && east.length === 1) {
    const block = blockOf(header, roles, north[0]!, east[0]!, 0, Infinity);
    return { kind: 'columns', blocks: [block], both: named.length > 1 };
  }
  const width = periodOf(header, north.length);
  if (width === null || north.length !== east.length) {
    return {
      kind: 'twice',
      words: [...north, ...east].sort((a, b) => a - b).map((i) => header[i]!),
    };
  }
  const blocks = north.map((at, k) =>
    blockOf(header, roles, at, east[k]!, k * width, (k + 1) * width),
  );
  return { kind: 'columns', blocks, both: named.length > 1 };
}

/** Width of the part that a header repeats side by side, or null. */
function periodOf(header: readonly string[], times: number): number | null {
  const words = header.map(plainWord);
  while (words.at(-1) === '') words.pop();
  // an empty column between the parts belongs to the part before it
  const width = Math.ceil(words.length / times);
  const repeats = words.every((word, i) => i < width || word === words[i - width]);
  return repeats ? width : null;
}

function blockOf(
  header: readonly string[],
  roles: readonly (Role | null)[],
  north: number,
  east: number,
  from: number,
  to: number,
): Columns {
  const within = (test: (role: Role) => boolean): number | null => {
    const at = roles.findIndex((role, i) => i >= from && i < to && role !== null && test(role));
    return at < 0 ? null : at;
  };
  const strong = within((role) => role.is === 'point' && !role.weak);
  const point = strong ?? within((role) => role.is === 'point');
  const pointRole = point === null ? null : roles[point];
  const axisRole = roles[north];
  return {
    from,
    to,
    north,
    east,
    packed: axisRole?.is === 'north' && axisRole.packed,
    point,
    boundary: pointRole?.is === 'point' && pointRole.boundary,
    ring: within((role) => role.is === 'ring'),
    parcel: within((role) => role.is === 'parcel'),
    parcelName: within((role) => role.is === 'parcel-name'),
    area: within((role) => role.is === 'area'),
    purpose: within((role) => role.is === 'purpose'),
    graphic: within((role) => role.is === 'graphic'),
    width: within((role) => role.is === 'width'),
    attributes: roles.flatMap((role, i) =>
      role?.is === 'attribute' && i >= from && i < to
        ? [{ name: header[i]!.normalize('NFKC').replace(/\s+/g, ''), column: i }]
        : [],
    ),
  };
}
