import type { Text } from '../text.ts';

/** Why a layer or a catalog could not be used. `{name}` stands for a value. */
export const LAYER_REASON_WORDS = {
  'layer-missing': {
    zh: '找不到图层文件 {file}，未核查。请检查图层目录是否完整。',
    en: 'Layer file {file} is missing; not checked. See whether the layer folder is complete.',
  },
  'layer-truncated': {
    zh: '图层文件 {file} 不完整（只有 {size} 字节），未核查。请重新复制该文件。',
    en: 'Layer file {file} is incomplete (only {size} bytes); not checked. Copy the file again.',
  },
  'layer-size': {
    zh: '图层文件 {file} 有 {size} 字节，目录登记为 {wanted} 字节，未核查。文件与目录不是同一版本。',
    en: 'Layer file {file} has {size} bytes, the catalog says {wanted}; not checked. File and catalog are of different editions.',
  },
  'layer-sha256': {
    zh: '图层文件 {file} 的 SHA-256 与目录登记的不同，内容已被改动或损坏，未核查。',
    en: 'The SHA-256 of layer file {file} differs from the catalog: it was changed or damaged; not checked.',
  },
  'layer-magic': {
    zh: '图层文件 {file} 不是 FlatGeobuf 文件（服务器可能以网页代替了缺失的文件），未核查。',
    en: 'Layer file {file} is no FlatGeobuf file (a server may answer a missing file with a page); not checked.',
  },
  'layer-header': {
    zh: '图层文件 {file} 的文件头有误（{what}），未核查。请用 sanxian layers verify 检查。',
    en: 'The header of layer file {file} is faulty ({what}); not checked. See sanxian layers verify.',
  },
  'layer-crs': {
    zh: '图层文件 {file} 的坐标系是 {crs}，应为 {wanted}，未核查。请用 sanxian layers build 重新生成。',
    en: 'Layer file {file} is in {crs}, {wanted} is needed; not checked. Build it again with sanxian layers build.',
  },
  'layer-count': {
    zh: '图层文件 {file} 的要素个数（{counted}）与登记的不符，未核查。',
    en: 'Layer file {file} holds another number of features ({counted}) than stated; not checked.',
  },
  'layer-extent': {
    zh: '图层文件 {file} 的范围（{extent}）与目录登记的（{wanted}）不符，未核查。',
    en: 'The extent of layer file {file} ({extent}) differs from the catalog ({wanted}); not checked.',
  },
  'layer-index': {
    zh: '图层文件 {file} 没有空间索引或索引有误（{what}），未核查。请用 sanxian layers build 重新生成。',
    en: 'Layer file {file} has no spatial index or a faulty one ({what}); not checked. Build it again with sanxian layers build.',
  },
  'layer-feature': {
    zh: '图层文件 {file} 的第 {index} 个要素无法读取（{what} {value}），未核查。',
    en: 'Feature {index} of layer file {file} cannot be read ({what} {value}); not checked.',
  },
  'layer-no-ranges': {
    zh: '服务器对 {file} 不再支持分段读取，未核查。请检查服务器配置。',
    en: 'The server no longer answers ranges of {file}; not checked. See its configuration.',
  },
  'layer-too-large-without-ranges': {
    zh: '服务器不支持分段读取，而 {file} 有 {size} 字节（上限 {limit}），未核查。请让服务器支持 Range 请求。',
    en: 'The server knows no ranges and {file} has {size} bytes (at most {limit}); not checked. Let the server answer Range requests.',
  },
  'layer-changed': {
    zh: '图层文件 {file} 在使用期间被更换，未核查。请重新打开后再核查。',
    en: 'Layer file {file} was replaced while in use; not checked. Open it again and repeat the check.',
  },
  'layer-timeout': {
    zh: '读取 {file} 超过 {ms} 毫秒没有完成，未核查。请检查网络或服务器。',
    en: 'Reading {file} took longer than {ms} ms; not checked. See the network or the server.',
  },
  'layer-unreadable': {
    zh: '无法读取图层文件 {file}，未核查。',
    en: 'Layer file {file} cannot be read; not checked.',
  },
  'catalog-missing': {
    zh: '找不到图层目录文件 {catalog}。',
    en: 'There is no layer catalog at {catalog}.',
  },
  'catalog-unreadable': {
    zh: '无法读取图层目录文件 {catalog}（{reason}）。',
    en: 'The layer catalog {catalog} cannot be read ({reason}).',
  },
  'catalog-json': {
    zh: '图层目录文件 {catalog} 不是有效的 UTF-8 JSON，开头是 {start}',
    en: 'The layer catalog {catalog} is no valid UTF-8 JSON; it begins with {start}',
  },
  'catalog-schema': {
    zh: '图层目录文件 {catalog} 的 {path} 不合格式，值为 {value}（{reason}）。',
    en: 'In the layer catalog {catalog}, {path} is not as it must be: {value} ({reason}).',
  },
  'catalog-duplicate': {
    zh: '图层目录文件 {catalog} 中图层编号 {id} 重复。',
    en: 'Layer id {id} stands twice in the catalog {catalog}.',
  },
  'catalog-file': {
    zh: '图层目录里的文件名 {value} 不可用：只能是目录文件所在文件夹内的相对路径。',
    en: 'File name {value} in the layer catalog cannot be used: only relative paths below the catalog can.',
  },
} as const satisfies Record<string, Text>;

export type LayerReasonCode = keyof typeof LAYER_REASON_WORDS;
