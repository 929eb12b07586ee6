import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What a catalog is called until somebody gives it a name. */
export const LAYERS_TITLE = { zh: '控制线图层', en: 'Control-line layers' } as const satisfies Text;

const EMPTY_WORDS: Readonly<Record<string, Text>> = {
  owner: { zh: '来源单位', en: 'the owner' },
  edition: { zh: '数据版本', en: 'the edition' },
};

/** Why a layer could not be built or put back, and what is said beside a built one, by code. */
export const BUILD_WORDS = {
  'build-empty': (p) => ({
    zh: `请写明${EMPTY_WORDS[String(p.what)]?.zh ?? p.what}（--${p.what}）。`,
    en: `Name ${EMPTY_WORDS[String(p.what)]?.en ?? p.what} (--${p.what}).`,
  }),
  'build-no-source': () => ({ zh: '没有给出数据来源。', en: 'No source was given.' }),
  'build-coverage': (p) => ({
    zh: `${p.kindZh ?? p.kind}图层须用 --coverage 写明完整覆盖的范围（面文件或行政区代码）；不会以外接矩形代替。`,
    en: `A layer of ${p.kindEn ?? p.kind} needs --coverage, the area it is complete for (a polygon file or an administrative code); a bounding box is never taken for it.`,
  }),
  'build-id': (p) => ({
    zh: `图层编号“${p.id}”不可用：只能用文字、数字和 - _ .，且不超过 80 个字符。`,
    en: `Layer id “${p.id}” cannot be used: letters, digits, - _ and . only, up to 80 characters.`,
  }),
  'build-id-taken': (p) => ({
    zh: `图层编号 ${p.id} 已用于 ${p.kind}（${p.role}），请用 --id 另起编号。`,
    en: `Layer id ${p.id} already belongs to ${p.kind} (${p.role}): give another one with --id.`,
  }),
  'build-which-id': (p) => ({
    zh: `目录中有多个${p.kindZh ?? p.kind}图层（${p.choices}），请用 --id 指明要更新或新增的是哪一个。`,
    en: `The catalog has several layers of ${p.kindEn ?? p.kind} (${p.choices}): say with --id which one is meant, or a new one.`,
  }),
  'build-columns-clash': (p) => ({
    zh: `字段 ${p.column} 在 ${p.a} 中是 ${p.typeA}，在 ${p.b} 中是 ${p.typeB}，不能合并。请先统一字段类型。`,
    en: `Column ${p.column} is ${p.typeA} in ${p.a} and ${p.typeB} in ${p.b}: they cannot be joined. Make the types the same first.`,
  }),
  'build-geometry-clash': (p) => ({
    zh: `${p.a} 的几何类型是 ${p.typeA}，${p.b} 的是 ${p.typeB}，不能合为一个图层。`,
    en: `Geometry is ${p.typeA} in ${p.a} and ${p.typeB} in ${p.b}: they cannot be one layer.`,
  }),
  'build-geometry': (p) => ({
    zh: `${p.kindZh ?? p.kind}图层应为面，来源是 ${p.type}。`,
    en: `A layer of ${p.kindEn ?? p.kind} must be of polygons; the source has ${p.type}.`,
  }),
  'build-field': (p) => ({
    zh: `--field ${p.role}=${p.column}：来源没有字段 ${p.column}，现有：${p.choices}。`,
    en: `--field ${p.role}=${p.column}: the source has no column ${p.column}; there are ${p.choices}.`,
  }),
  'build-feature': (p) => ({
    zh: `${p.source} 序号为 ${p.feature} 的要素（自 0 起）无法写入（${p.reason}），图层未生成。`,
    en: `Feature ${p.feature} (from 0) of ${p.source} cannot be written (${p.reason}); the layer was not built.`,
  }),
  'build-replace-nothing': (p) => ({
    zh: `${p.catalog} 中没有图层 ${p.id}，无从局部更新。请去掉 --replace-where 先生成整个图层。`,
    en: `There is no layer ${p.id} in ${p.catalog} to renew a part of. Leave out --replace-where and build the whole layer first.`,
  }),
  'build-replace-column': (p) => ({
    zh: `${p.source} 没有字段 ${p.column}，不能按它局部更新。现有：${p.choices}。`,
    en: `${p.source} has no column ${p.column} to renew by; there are ${p.choices}.`,
  }),
  'build-replace-outside': (p) => ({
    zh: `${p.source} 序号为 ${p.feature} 的要素（自 0 起）的 ${p.column} 是“${p.found}”，不是“${p.value}”，会与保留的要素重复。图层未改动。`,
    en: `${p.column} of feature ${p.feature} (from 0) of ${p.source} is “${p.found}”, not “${p.value}”: it would stand twice. The layer was left as it is.`,
  }),
  'build-replaced-none': (p) => ({
    zh: `图层 ${p.id} 原有要素中没有 ${p.column} 为“${p.value}”的，只新增，未替换。`,
    en: `No former feature of layer ${p.id} has ${p.column} “${p.value}”: features were added, none replaced.`,
  }),
  'build-replace-longer': (p) => ({
    zh: `保留的要素中有 ${p.count} 个的 ${p.column} 以“${p.value}”开头但更长，未替换。请核对代码位数。`,
    en: `Among the features kept, ${p.count} have a ${p.column} that begins with “${p.value}” and is longer: they were not replaced. Check the length of the codes.`,
  }),
  'build-repaired': (p) => ({
    zh: `修复了 ${p.count} 个要素的几何（逐个列于 quality.json，原样保存于 originals.geojson）。`,
    en: `The rings of ${p.count} features were repaired (each listed in quality.json, as it came in originals.geojson).`,
  }),
  'build-faulty': (p) => ({
    zh: `有 ${p.count} 个要素的几何有误且无法自动修复，按原样写入（见 quality.json）；压到这些要素的核查将不能得出结论。`,
    en: `The rings of ${p.count} features are faulty beyond repair and were written as they came (see quality.json); checks that meet them will be undetermined.`,
  }),
  'build-synthetic': (p) => ({
    zh: `${p.catalog} 是示例（虚构）数据目录，其中的图层仍按示例数据标注。正式数据请用新文件夹。`,
    en: `${p.catalog} is a catalog of demonstration data and stays labelled so. Use a new folder for real data.`,
  }),
  'build-overlaps-unknown': (p) => ({
    zh: `要素较多（${p.count} 个），未检查图层内是否互相重叠，按可能重叠处理。`,
    en: `With ${p.count} features it was not looked at whether they overlap; they are treated as if they could.`,
  }),
  'build-left-behind': (p) => ({
    zh: `新版本已生效，但 ${p.file} 未能清理（${p.reason}）。`,
    en: `The new edition is in place, but ${p.file} could not be tidied up (${p.reason}).`,
  }),
  'restore-no-layer': (p) => ({
    zh: `目录中没有现行图层 ${p.id}，现有：${p.choices}。`,
    en: `The catalog has no current layer ${p.id}; there are ${p.choices}.`,
  }),
  'restore-no-edition': (p) => ({
    zh: `图层 ${p.id} 没有版本为 ${p.edition} 的历史版本，现有：${p.choices || '无'}。`,
    en: `Layer ${p.id} has no former edition ${p.edition}; there are ${p.choices || 'none'}.`,
  }),
  'restore-which': (p) => ({
    zh: `图层 ${p.id} 有多个版本名为 ${p.edition}，请从 ${p.choices} 中指明一个。`,
    en: `Layer ${p.id} has several former editions ${p.edition}: name one of ${p.choices}.`,
  }),
  'store-no-room': (p) => ({
    zh: `磁盘空间不足，无法写入 ${p.file}。原有图层未改动，临时文件已清理。`,
    en: `No room left on the disk for ${p.file}. The layers are as they were, nothing was left behind.`,
  }),
  'store-no-permission': (p) => ({
    zh: `没有权限写入 ${p.file}。原有图层未改动。`,
    en: `No permission to write ${p.file}. The layers are as they were.`,
  }),
  'store-failed': (p) => ({
    zh: `无法写入 ${p.file}（${p.reason}）。原有图层未改动。`,
    en: `${p.file} cannot be written (${p.reason}). The layers are as they were.`,
  }),
  'store-catalog-changed': (p) => ({
    zh: `生成期间图层目录 ${p.catalog} 被其他程序改动，未覆盖。请重新生成。`,
    en: `The catalog ${p.catalog} was changed by another program meanwhile and was not overwritten. Build again.`,
  }),
} satisfies Record<string, (p: Params) => Text>;
