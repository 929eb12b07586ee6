import { type DefinedCrs, hintsFromProjJson } from './projjson.ts';

/** A node of well-known text: `KEYWORD["text", 1.0, OTHER[...]]`. */
interface WktNode {
  readonly keyword: string;
  readonly values: readonly (string | number | WktNode)[];
}

const LONGEST = 100_000;
const DEEPEST = 32;
const DEGREE = Math.PI / 180;

/**
 * Reads a coordinate system written as well-known text: the .prj of ArcGIS and QGIS (ESRI's WKT 1), the
 * WKT 1 of GDAL with its AUTHORITY, and WKT 2. It is brought into the form of PROJJSON and judged there.
 * Null for text that is none.
 */
export function hintsFromWkt(text: string): DefinedCrs | null {
  const root = parseWkt(text);
  const crs = root && crsOf(root);
  return crs ? hintsFromProjJson(crs) : null;
}

function crsOf(node: WktNode): object | null {
  switch (node.keyword) {
    case 'COMPD_CS':
    case 'COMPOUNDCRS':
      return { type: 'CompoundCRS', components: childrenOf(node).slice(0, 1).map(crsOf) };
    case 'BOUNDCRS': {
      const source = childrenOf(child(node, 'SOURCECRS') ?? node)[0];
      return source ? crsOf(source) : null;
    }
    case 'PROJCS':
    case 'PROJCRS':
    case 'PROJECTEDCRS':
      return projected(node);
    case 'GEOGCS':
    case 'GEOGCRS':
    case 'GEOGRAPHICCRS':
    case 'BASEGEOGCRS':
    case 'GEODCRS':
    case 'BASEGEODCRS':
      return { ...geographic(node), coordinate_system: axes(unitOf(node), 'angle') };
    default:
      return null;
  }
}

function geographic(node: WktNode): object {
  const datum = child(node, 'DATUM', 'ENSEMBLE', 'GEODETICDATUM');
  const ellipsoid = datum && child(datum, 'SPHEROID', 'ELLIPSOID');
  const meridian = child(node, 'PRIMEM', 'PRIMEMERIDIAN');
  return {
    type: 'GeographicCRS',
    name: nameOf(node),
    ...idOf(node),
    datum: {
      name: datum ? nameOf(datum) : '',
      ellipsoid: { semi_major_axis: ellipsoid ? numberOf(ellipsoid) : undefined },
      ...(meridian && { prime_meridian: { longitude: numberOf(meridian) } }),
    },
  };
}

function projected(node: WktNode): object {
  const base = child(node, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS');
  const conversion = child(node, 'CONVERSION') ?? node;
  const method = child(conversion, 'PROJECTION', 'METHOD');
  return {
    type: 'ProjectedCRS',
    name: nameOf(node),
    ...idOf(node),
    base_crs: base ? geographic(base) : {},
    conversion: {
      method: { name: method ? methodName(nameOf(method)) : '' },
      parameters: parametersOf(conversion),
    },
    coordinate_system: axes(unitOf(node), 'length'),
  };
}

/** Gauss-Krüger is how ESRI calls Transverse Mercator. */
function methodName(name: string): string {
  return /^(gauss[_ ]kr(ü|ue|u)ger|transverse[_ ]mercator)$/i.test(name)
    ? 'Transverse Mercator'
    : name;
}

const PARAMETERS: readonly (readonly [wkt1: string, name: string, absent: number])[] = [
  ['latitude_of_origin', 'Latitude of natural origin', 0],
  ['central_meridian', 'Longitude of natural origin', Number.NaN],
  ['scale_factor', 'Scale factor at natural origin', 1],
  ['false_easting', 'False easting', 0],
  ['false_northing', 'False northing', 0],
];
const UNITS = ['degree', 'degree', 'unity', 'metre', 'metre'];

/** Units of parameters are judged by the units of the system: every program writes plain ones. */
function parametersOf(node: WktNode): object[] {
  const given = childrenOf(node).filter(({ keyword }) => keyword === 'PARAMETER');
  return PARAMETERS.map(([wkt1, name, absent], i) => {
    const same = (said: string) => [wkt1, name.toLowerCase()].includes(said.toLowerCase());
    const found = given.find((parameter) => same(nameOf(parameter)));
    return { name, value: found ? numberOf(found) : absent, unit: UNITS[i] };
  });
}

function unitOf(node: WktNode): number | undefined {
  const system = child(node, 'UNIT', 'LENGTHUNIT', 'ANGLEUNIT');
  const axis = child(node, 'AXIS');
  const unit = system ?? (axis && child(axis, 'LENGTHUNIT', 'ANGLEUNIT', 'UNIT'));
  return unit ? numberOf(unit) : undefined;
}

function axes(factor: number | undefined, of: 'angle' | 'length'): object {
  const isPlain =
    factor !== undefined && Math.abs(factor / (of === 'angle' ? DEGREE : 1) - 1) < 1e-9;
  const unit = isPlain ? (of === 'angle' ? 'degree' : 'metre') : String(factor);
  return { axis: [{ unit }, { unit }] };
}

function idOf(node: WktNode): object {
  const id = child(node, 'AUTHORITY', 'ID');
  const [authority, code] = id?.values ?? [];
  return id ? { id: { authority, code: Number(code) } } : {};
}

function childrenOf({ values }: WktNode): WktNode[] {
  return values.filter((value): value is WktNode => typeof value === 'object');
}

function child(node: WktNode, ...keywords: readonly string[]): WktNode | undefined {
  return childrenOf(node).find(({ keyword }) => keywords.includes(keyword));
}

function nameOf({ values }: WktNode): string {
  return typeof values[0] === 'string' ? values[0] : '';
}

function numberOf({ values }: WktNode): number {
  const found = values.find((value) => typeof value === 'number');
  return typeof found === 'number' ? found : Number.NaN;
}

const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|([A-Za-z][A-Za-z0-9_]*)|([-+]?[0-9.]+(?:[eE][-+]?\d+)?)|([[\](),]))/y;

/** The first node of the text; what follows it (ESRI appends the heights' system) is not looked at. */
function parseWkt(text: string): WktNode | null {
  if (text.length > LONGEST) return null;
  const reader = new RegExp(TOKEN);
  reader.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  const next = () => reader.exec(text);

  const readNode = (keyword: string, depth: number): WktNode | null => {
    const values: (string | number | WktNode)[] = [];
    for (let token = next(); token && depth < DEEPEST; token = next()) {
      const [, quoted, word, number, sign] = token;
      if (quoted !== undefined) values.push(quoted.replaceAll('""', '"'));
      else if (number !== undefined) values.push(Number(number));
      else if (sign === ']' || sign === ')') return { keyword, values };
      else if (word !== undefined) {
        const at = reader.lastIndex;
        if (/[[(]/.test(next()?.[4] ?? '')) {
          const node = readNode(word.toUpperCase(), depth + 1);
          if (node === null) return null;
          values.push(node);
        } else {
          reader.lastIndex = at;
          values.push(word);
        }
      } else if (sign !== ',') return null;
    }
    return null;
  };

  const keyword = next()?.[2];
  const opening = next()?.[4];
  if (keyword === undefined || (opening !== '[' && opening !== '(')) return null;
  return readNode(keyword.toUpperCase(), 0);
}
