import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What is wrong with a ring, by the kind of defect. */
const DEFECT_WORDS: Readonly<Record<string, Text>> = {
  'not-finite': { zh: '坐标不是数', en: 'a coordinate is no number' },
  unclosed: { zh: '环未闭合', en: 'a ring is not closed' },
  'duplicate-point': { zh: '顶点重复', en: 'a vertex written twice' },
  'self-touch': { zh: '环与自身相接于一点', en: 'a ring touches itself' },
  spike: { zh: '有尖刺', en: 'a spike' },
  'zero-area': { zh: '环没有面积', en: 'a ring without area' },
  'self-cross': { zh: '环自相交', en: 'a ring crosses itself' },
  'self-overlap': { zh: '环与自身重叠', en: 'a ring runs along itself' },
  'rings-cross': { zh: '两环相交', en: 'two rings cross' },
  'rings-overlap': { zh: '两环有共线边', en: 'two rings share an edge' },
  'rings-same': { zh: '两环相同', en: 'two rings are the same' },
  'hole-outside': { zh: '孔洞在外环之外', en: 'a hole lies outside its polygon' },
  'ring-in-hole': { zh: '外环落在另一面之内', en: 'a polygon lies within another one' },
  unfinished: {
    zh: '相交之处过多，未能逐一查明',
    en: 'rings meet in so many places that not all were looked at',
  },
};

export const defectWords = (what: unknown): Text =>
  DEFECT_WORDS[String(what)] ?? { zh: String(what), en: String(what) };

/** Why a layer or a catalog could not be used, by the code of the `UserError`. */
export const LAYER_WORDS = {
  'layer-missing': (p) => ({
    zh: `找不到图层文件 ${p.file}，未核查。请检查图层目录是否完整。`,
    en: `Layer file ${p.file} is missing; not checked. See whether the layer folder is complete.`,
  }),
  'layer-truncated': (p) => ({
    zh: `图层文件 ${p.file} 不完整（只有 ${p.size} 字节），未核查。请重新复制该文件。`,
    en: `Layer file ${p.file} is incomplete (only ${p.size} bytes); not checked. Copy the file again.`,
  }),
  'layer-size': (p) => ({
    zh: `图层文件 ${p.file} 有 ${p.size} 字节，目录登记为 ${p.wanted} 字节，未核查。文件与目录不是同一版本。`,
    en: `Layer file ${p.file} has ${p.size} bytes, the catalog says ${p.wanted}; not checked. File and catalog are of different editions.`,
  }),
  'layer-sha256': (p) => ({
    zh: `图层文件 ${p.file} 的 SHA-256 与目录登记的不同，内容已被改动或损坏，未核查。`,
    en: `The SHA-256 of layer file ${p.file} differs from the catalog: it was changed or damaged; not checked.`,
  }),
  'layer-magic': (p) => ({
    zh: `图层文件 ${p.file} 不是 FlatGeobuf 文件（服务器可能以网页代替了缺失的文件），未核查。`,
    en: `Layer file ${p.file} is no FlatGeobuf file (a server may answer a missing file with a page); not checked.`,
  }),
  'layer-levels': (p) => ({
    zh: `概览文件 ${p.file} 已损坏或与图层不是同一版本（${p.what}），未显示。请用 sanxian layers build 重新生成。`,
    en: `Overview file ${p.file} is damaged or not of this edition of the layer (${p.what}); not drawn. Build the layer again with sanxian layers build.`,
  }),
  'layer-header': (p) => ({
    zh: `图层文件 ${p.file} 的文件头有误（${p.what}），未核查。请用 sanxian layers verify 检查。`,
    en: `The header of layer file ${p.file} is faulty (${p.what}); not checked. See sanxian layers verify.`,
  }),
  'layer-crs': (p) => ({
    zh: `图层文件 ${p.file} 的坐标系是 ${p.crs}，应为 ${p.wanted}，未核查。请用 sanxian layers build 重新生成。`,
    en: `Layer file ${p.file} is in ${p.crs}, ${p.wanted} is needed; not checked. Build it again with sanxian layers build.`,
  }),
  'layer-count': (p) => ({
    zh: `图层文件 ${p.file} 的要素个数（${p.counted}）与登记的不符，未核查。`,
    en: `Layer file ${p.file} holds another number of features (${p.counted}) than stated; not checked.`,
  }),
  'layer-extent': (p) => ({
    zh: `图层文件 ${p.file} 的范围（${p.extent}）与目录登记的（${p.wanted}）不符，未核查。`,
    en: `The extent of layer file ${p.file} (${p.extent}) differs from the catalog (${p.wanted}); not checked.`,
  }),
  'layer-index': (p) => ({
    zh: `图层文件 ${p.file} 没有空间索引或索引有误（${p.what}），未核查。请用 sanxian layers build 重新生成。`,
    en: `Layer file ${p.file} has no spatial index or a faulty one (${p.what}); not checked. Build it again with sanxian layers build.`,
  }),
  'layer-feature': (p) => ({
    zh: `图层文件 ${p.file} 的序号为 ${p.index} 的要素（自 0 起）无法读取（${p.what} ${p.value}），未核查。`,
    en: `Feature ${p.index} (from 0) of layer file ${p.file} cannot be read (${p.what} ${p.value}); not checked.`,
  }),
  'layer-geometry': (p) => ({
    zh: `图层文件 ${p.file} 的序号为 ${p.feature} 的要素（自 0 起）几何有误：${defectWords(p.what).zh}${p.place === null ? '' : `（${p.place}）`}；共 ${p.count} 个要素有误。`,
    en: `Feature ${p.feature} (from 0) of layer file ${p.file} is invalid: ${defectWords(p.what).en}${p.place === null ? '' : ` (${p.place})`}; invalid features: ${p.count}.`,
  }),
  'layer-overlaps-itself': (p) => ({
    zh: `目录登记图层文件 ${p.file} 的要素互不重叠（overlapsItself: false），但序号为 ${p.a} 与 ${p.b} 的要素（自 0 起）重叠 ${p.areaM2 ?? '（无法计算）'} m²。`,
    en: `The catalog says that features of layer file ${p.file} do not overlap (overlapsItself: false), but features ${p.a} and ${p.b} (from 0) do, by ${p.areaM2 ?? 'an unknown number of'} m².`,
  }),
  'layer-chunk': (p) => ({
    zh: `图层文件 ${p.file} 第 ${p.from} 至 ${p.to} 字节（第 ${p.chunk} 块）与分块校验值不符，该处内容已被改动或损坏。`,
    en: `Bytes ${p.from} to ${p.to} (chunk ${p.chunk}) of layer file ${p.file} differ from their sum: they were changed or damaged.`,
  }),
  'layer-sums': (p) => ({
    zh: `分块校验文件 ${p.file} 与图层文件 ${p.layer} 或目录登记不符（${p.what}${p.value === null ? '' : ` ${p.value}`}）。请用 sanxian layers build 重新生成。`,
    en: `The chunk sums ${p.file} do not belong to layer file ${p.layer} or differ from the catalog (${p.what}${p.value === null ? '' : ` ${p.value}`}). Build the layer again with sanxian layers build.`,
  }),
  'layer-edge-index': (p) => ({
    zh: `边索引文件 ${p.file} 与图层文件 ${p.layer} 不符（${p.what}${p.value === null ? '' : ` ${p.value}`}），不会被使用。请用 sanxian layers build 重新生成。`,
    en: `The edge index ${p.file} does not belong to layer file ${p.layer} (${p.what}${p.value === null ? '' : ` ${p.value}`}); it is never used. Build the layer again with sanxian layers build.`,
  }),
  'layer-no-ranges': (p) => ({
    zh: `服务器对 ${p.file} 不再支持分段读取，未核查。请检查服务器配置。`,
    en: `The server no longer answers ranges of ${p.file}; not checked. See its configuration.`,
  }),
  'layer-too-large-without-ranges': (p) => ({
    zh: `服务器不支持分段读取，而 ${p.file} 有 ${p.size} 字节（上限 ${p.limit}），未核查。请让服务器支持 Range 请求。`,
    en: `The server knows no ranges and ${p.file} has ${p.size} bytes (at most ${p.limit}); not checked. Let the server answer Range requests.`,
  }),
  'layer-replaced': (p) => ({
    zh: `图层 ${p.layer} 已不是核查时的版本，周边未绘`,
    en: `Layer ${p.layer} is no longer the one that was checked; not drawn around the site`,
  }),
  'layer-changed': (p) => ({
    zh: `图层文件 ${p.file} 在使用期间被更换，未核查。请重新打开后再核查。`,
    en: `Layer file ${p.file} was replaced while in use; not checked. Open it again and repeat the check.`,
  }),
  'layer-timeout': (p) => ({
    zh: `读取 ${p.file} 超过 ${p.ms} 毫秒没有完成，未核查。请检查网络或服务器。`,
    en: `Reading ${p.file} took longer than ${p.ms} ms; not checked. See the network or the server.`,
  }),
  'layer-unreadable': (p) => ({
    zh: `无法读取图层文件 ${p.file}，未核查。`,
    en: `Layer file ${p.file} cannot be read; not checked.`,
  }),
  'layer-names': (p) => ({
    zh: `查找文件 ${p.file} 与图层不符（${p.what}）。请用 sanxian layers build 重新生成。`,
    en: `The file of names ${p.file} does not belong to its layer (${p.what}). Build it again with sanxian layers build.`,
  }),
  'catalog-missing': (p) => ({
    zh: `找不到图层目录文件 ${p.catalog}。`,
    en: `There is no layer catalog at ${p.catalog}.`,
  }),
  'catalog-unreadable': (p) => ({
    zh: `无法读取图层目录文件 ${p.catalog}（${p.reason}）。`,
    en: `The layer catalog ${p.catalog} cannot be read (${p.reason}).`,
  }),
  'catalog-json': (p) => ({
    zh: `图层目录文件 ${p.catalog} 不是有效的 UTF-8 JSON，开头是 ${p.start}`,
    en: `The layer catalog ${p.catalog} is no valid UTF-8 JSON; it begins with ${p.start}`,
  }),
  'catalog-schema': (p) => ({
    zh: `图层目录文件 ${p.catalog} 的 ${p.path} 不合格式，值为 ${p.value}（${p.reason}）。`,
    en: `In the layer catalog ${p.catalog}, ${p.path} is not as it must be: ${p.value} (${p.reason}).`,
  }),
  'catalog-duplicate': (p) => ({
    zh: `图层目录文件 ${p.catalog} 中图层编号 ${p.id} 重复。`,
    en: `Layer id ${p.id} stands twice in the catalog ${p.catalog}.`,
  }),
  'catalog-file': (p) => ({
    zh: `图层目录里的文件名 ${p.value} 不可用：只能是目录文件所在文件夹内的相对路径。`,
    en: `File name ${p.value} in the layer catalog cannot be used: only relative paths below the catalog can.`,
  }),
} satisfies Record<string, (p: Params) => Text>;
