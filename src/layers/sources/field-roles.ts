import type { CatalogLayer } from '../../domain/catalog.ts';
import type { LayerKind } from '../../domain/kinds.ts';
import type { Column } from '../../files/flatgeobuf/format.ts';
import { sourceError } from '../../files/sources/source-error.ts';

export type FieldRole = keyof CatalogLayer['fields'];
type Aliases = Partial<Record<FieldRole, readonly string[]>>;

/**
 * Names that columns have in the standards of the 一张图 databases and in files from the desk, best first
 * (public extracts; the names are good enough for an alias table, no file is refused for lacking them).
 * Shapefiles cut names to ten letters, which all of these survive.
 */
const GENERAL: Aliases = {
  featureId: ['BSM', '标识码', 'TBBH', '图斑编号', 'YSBM'],
  name: ['MC', '名称', 'NAME'],
  landClass: ['DLMC', '地类名称', 'DLBM', '地类编码'],
  owner: ['QSDWMC', '权属单位名称', 'QSDWDM'],
  place: ['ZLDWMC', '坐落单位名称', 'ZL', '坐落', 'ZLDWDM'],
  quality: ['ZLDJDM', 'ZLDJ', 'GDPDJB', '质量等别'],
  county: ['XZQDM', '行政区代码', 'XJXZQDM', 'XJXZQHDM', 'XZQHDM', 'XJXZDM'],
  graphicArea: ['TBMJ', 'MJ', 'QYMJ', '图斑面积', '面积'],
  netArea: [],
};

const BY_KIND: Partial<Record<LayerKind, Aliases>> = {
  'permanent-basic-farmland': {
    featureId: [
      'YJJBNTTBBH',
      '永久基本农田图斑编号',
      'JBNTTBBH',
      'BSM',
      '标识码',
      'TBBH',
      '图斑编号',
    ],
    graphicArea: ['YJJBNTTBMJ', '永久基本农田图斑面积', 'JBNTTBMJ', 'TBMJ', '图斑面积'],
    netArea: ['YJJBNTMJ', '永久基本农田面积', 'JBNTMJ'],
  },
  'cultivated-land': {
    graphicArea: ['TBMJ', '图斑面积'],
    netArea: ['TBDLMJ', '图斑地类面积'],
  },
  'land-use': {
    graphicArea: ['TBMJ', '图斑面积'],
    netArea: ['TBDLMJ', '图斑地类面积'],
  },
  'ecological-red-line': {
    name: ['MC', '名称', 'HXMC', 'LHLX', 'LXMC'],
    graphicArea: ['MJ', 'QYMJ', '面积', '区域面积'],
  },
  'nature-reserve-core': { name: ['MC', '名称', 'BHDMC', 'ZRBHDMC'], zone: ['GNFQ', '功能分区'] },
  'nature-reserve': { name: ['MC', '名称', 'BHDMC', 'ZRBHDMC'], zone: ['GNFQ', '功能分区'] },
  'urban-development-boundary': {
    name: ['CZMC', '城镇名称', 'MC', '名称'],
    // the name first: codes differ between cities
    zone: ['GHFQMC', '规划分区名称', 'GHFQDM', '规划分区代码'],
    graphicArea: ['MJ', 'CZKFMJ', '面积'],
  },
  'administrative-area': {
    featureId: ['XZQDM', '行政区代码', 'BSM', '标识码'],
    name: ['XZQMC', '行政区名称', 'MC', '名称'],
    graphicArea: ['MJ', 'JSMJ', 'DCMJ', '面积'],
  },
};

const ROLES = [
  'featureId',
  'zone',
  'name',
  'landClass',
  'owner',
  'place',
  'quality',
  'county',
  'graphicArea',
  'netArea',
] as const satisfies readonly FieldRole[];

/**
 * Which column plays which part in a layer of this kind: by the user's word, else by name, else by title.
 *
 * @param chosen role to column, as the user wrote it
 * @throws UserError `source-field-role`, `source-field-column` with the choices
 */
export function fieldRoles(
  kind: LayerKind,
  columns: readonly Column[],
  chosen: ReadonlyMap<string, string>,
): CatalogLayer['fields'] {
  const choices = columns.map(({ name }) => name).join(', ');
  for (const [role, column] of chosen) {
    if (!ROLES.some((one) => one === role)) {
      throw sourceError('source-field-role', { role, choices: ROLES.join(', ') });
    }
    if (columnNamed(columns, column) === undefined) {
      throw sourceError('source-field-column', { role, column, choices });
    }
  }
  const fields: Record<string, string> = {};
  for (const role of ROLES) {
    const word = chosen.get(role);
    const aliases = word === undefined ? aliasesOf(kind, role) : [word];
    const column = firstNamed(columns, aliases);
    if (column !== undefined) fields[role] = column.name;
  }
  return fields;
}

function aliasesOf(kind: LayerKind, role: FieldRole): readonly string[] {
  return BY_KIND[kind]?.[role] ?? GENERAL[role] ?? [];
}

function firstNamed(columns: readonly Column[], aliases: readonly string[]): Column | undefined {
  for (const alias of aliases) {
    const column = columnNamed(columns, alias);
    if (column !== undefined) return column;
  }
  return columns.find(({ title }) => title !== undefined && aliases.includes(title.trim()));
}

function columnNamed(columns: readonly Column[], name: string): Column | undefined {
  const wanted = name.trim().toUpperCase();
  return columns.find((column) => column.name.trim().toUpperCase() === wanted);
}
