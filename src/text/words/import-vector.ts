import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;
type Sentence = (p: Params) => Text;

/** What reading archives and the files of geographic information systems can say. */
export const IMPORT_VECTOR_WORDS = {
  'err-shape-parts': (p) => ({
    zh: `${p.file} 不能单独打开，缺少 ${p.missing}；请把同名文件一起选中拖入，或打包成 zip 再打开。`,
    en: `${p.file} cannot be opened alone; ${p.missing} is missing. Select the files of that name together, or put them in one zip.`,
  }),
  'err-shape-counts': (p) => ({
    zh: `${p.file} 有 ${p.shapes} 个图形，属性表（.dbf）却有 ${p.records} 条记录，两者不是同一份数据；请重新导出 Shapefile。`,
    en: `${p.file} holds ${p.shapes} shapes but its .dbf ${p.records} records, so they do not belong together; export the shapefile again.`,
  }),
  'err-file-damaged': (p) => ({
    zh: `${p.file} 已损坏或不完整（${p.what}），多半是复制或下载中断；请重新导出或重新复制。`,
    en: `${p.file} is damaged or cut off (${p.what}), most likely while copied or downloaded; export or copy it again.`,
  }),
  'err-geometry-kind': (p) => ({
    zh: `${p.file} 第 ${p.record} 个要素是 ${p.type}，不是平面上的面、线、点；请在 GIS 软件中转为面（Polygon）后导出。`,
    en: `Feature ${p.record} of ${p.file} is a ${p.type}, no plane polygon, line or point; convert it to polygons and export again.`,
  }),
  'err-gdb-parts': (p) => ({
    zh: `${p.file} 不是完整的文件地理数据库（缺少 a00000001.gdbtable）；请把整个 .gdb 文件夹拖入，或打包成 zip 再打开。`,
    en: `${p.file} is no whole file geodatabase (a00000001.gdbtable is missing); drop the whole .gdb folder, or put it in a zip.`,
  }),
  'err-mapinfo-parts': (p) => ({
    zh: `${p.file} 不能单独打开，缺少 ${p.missing}；请把同名文件一起选中拖入，或打包成 zip 再打开。`,
    en: `${p.file} cannot be opened alone; ${p.missing} is missing. Select the files of that name together, or put them in one zip.`,
  }),
  'err-gdal-missing': (p) => ({
    zh: `此处不能读取 ${p.format}（${p.file}）：未装载 GDAL；请导出为 Shapefile、FlatGeobuf 或 GeoJSON。`,
    en: `${p.format} (${p.file}) cannot be read here: GDAL is not loaded. Export it as Shapefile, FlatGeobuf or GeoJSON.`,
  }),
  'err-gdal': (p) => ({
    zh: `${p.file} 不能作为 ${p.format} 打开（GDAL：${p.said}）；文件可能不完整，请重新导出，或改用 Shapefile、GeoJSON。`,
    en: `${p.file} cannot be opened as ${p.format} (GDAL: ${p.said}). It may be incomplete: export it again, or as Shapefile or GeoJSON.`,
  }),
  'err-layer-count': (p) => ({
    zh: `${p.file} 的图层“${p.layer}”应有 ${p.wanted} 个要素，只读出 ${p.found} 个；文件可能已损坏，请重新导出。`,
    en: `Layer “${p.layer}” of ${p.file} should hold ${p.wanted} features, ${p.found} could be read; the file may be damaged: export it again.`,
  }),
  'err-layer-systems': (p) => ({
    zh: `${p.file} 的图层坐标系不一致：${p.layers}；请每次只选坐标系相同的图层。`,
    en: `The layers of ${p.file} are in different coordinate systems: ${p.layers}; choose layers of one system at a time.`,
  }),
  'err-xml-doctype': (p) => ({
    zh: `${p.file} 含有文档类型或实体声明（DOCTYPE），出于安全不予读取；请删除该声明或重新导出。`,
    en: `${p.file} declares a document type or entities (DOCTYPE), which is refused for safety; remove the declaration or export again.`,
  }),
  'err-zip-encrypted': (p) => ({
    zh: `${p.file} 是加密压缩包，请用密码解压后再打开其中的文件。`,
    en: `${p.file} is an encrypted archive; unpack it with its password and open the files in it.`,
  }),
  'err-zip-bomb': (p) => ({
    zh: `${p.file} 解压后超过 ${megabytes(p.maxBytes)} MB 或文件过多，不予解压；请只打包项目范围的文件。`,
    en: `${p.file} would unpack to more than ${megabytes(p.maxBytes)} MB, or to too many files, and is refused; pack the files of the site alone.`,
  }),
  'err-zip-path': (p) => ({
    zh: `${p.file} 中有指向压缩包以外的路径“${p.entry}”，不予解压；请重新打包。`,
    en: `${p.file} holds the path “${p.entry}”, which leads out of the archive, and is refused; pack the files again.`,
  }),
  'err-zip-twice': (p) => ({
    zh: `${p.file} 中“${p.entry}”出现两次，无法判断以哪个为准；请重新打包。`,
    en: `“${p.entry}” is in ${p.file} twice, and nothing says which counts; pack the files again.`,
  }),
  'err-zip-method': (p) => ({
    zh: `${p.file} 使用了不支持的压缩方法；请用系统自带的“压缩为 zip”重新打包。`,
    en: `${p.file} uses a compression method that is not supported; pack it again as a plain zip.`,
  }),
  'err-zip-damaged': (p) => ({
    zh: `${p.file} 不是完整的 zip 压缩包，多半是下载或复制中断；请重新取得该文件。`,
    en: `${p.file} is no whole zip archive, most likely cut off while downloaded or copied; get the file again.`,
  }),
  'err-zip-empty': (p) => ({
    zh: `压缩包 ${p.file} 是空的，请重新打包。`,
    en: `The archive ${p.file} is empty; pack it again.`,
  }),
  'err-zip-nothing': (p) => ({
    zh: `压缩包 ${p.file} 中没有可作为项目打开的文件，只有 ${p.entries}。`,
    en: `No file in the archive ${p.file} can be opened as a project; it holds ${p.entries}.`,
  }),
  'err-zip-nested': (p) => ({
    zh: `${p.file} 中的“${p.entry}”也是压缩包，不再逐层解压；请先解压，再打开里面的文件。`,
    en: `“${p.entry}” in ${p.file} is an archive too, which is not unpacked; unpack it first and open what it holds.`,
  }),
  'note-zip-left': (p) => ({
    zh: `压缩包 ${p.file} 中另有 ${p.count} 个文件不是项目数据，未读取：${p.entries}。`,
    en: `${p.count} other file(s) in ${p.file} hold no project and were not read: ${p.entries}.`,
  }),
  'note-from-zip': (p) => ({
    zh: `读自压缩包 ${p.file} 中的 ${p.entry}`,
    en: `Read from ${p.entry} in ${p.file}`,
  }),
  'note-layers-left': (p) => ({
    zh: `${p.file} 中只有图层“${p.layer}”是面，按它读取；未读取的线、点图层：${p.layers}。`,
    en: `Layer “${p.layer}” alone of ${p.file} holds areas and was read; layers of lines and points left out: ${p.layers}.`,
  }),
  'note-encoding-contradicted': (p) => ({
    zh: `${p.file} 注明编码为 ${p.said}，但文字并非如此，按 ${p.encoding} 读取；请核对名称。`,
    en: `${p.file} is said to be in ${p.said}, which its text is not; read as ${p.encoding}: check the names.`,
  }),
  'note-text-garbled': (p) => ({
    zh: `${p.file} 中有文字不是有效的 ${p.encoding}，显示为“\ufffd”；坐标不受影响。`,
    en: `Some text in ${p.file} is no valid ${p.encoding} and shows as “\ufffd”; coordinates are not affected.`,
  }),
  'note-deleted-records': (p) => ({
    zh: `属性表中有 ${p.count} 条记录已标记删除，未读入。`,
    en: `${p.count} record(s) marked as deleted in the table were not read.`,
  }),
  'note-prj-unread': (p) => ({
    zh: `${p.file} 不是可识别的坐标系定义，按没有坐标系说明处理。`,
    en: `${p.file} holds no readable coordinate system; treated as if there were none.`,
  }),
  'note-crs-not-known': (p) => ({
    zh: `${p.file} 写明的坐标系“${p.name}”不在可计算之列，未采用；坐标系按数值和所选确定，请核对。`,
    en: `The coordinate system “${p.name}” that ${p.file} names is none that can be computed and was not used; numbers and choice decided: please check.`,
  }),
  'note-feature-heights': (p) => ({
    zh: `有 ${p.count} 个要素带高程，核查不使用高程。`,
    en: `${p.count} feature(s) carry heights, which are not used.`,
  }),
} as const satisfies Record<string, Sentence>;

function megabytes(value: Params[string] | undefined): string {
  return typeof value === 'number' ? String(Math.ceil(value / 1_000_000)) : '—';
}
