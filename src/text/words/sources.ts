import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

const UNITS: Readonly<Record<string, Text>> = {
  m2: { zh: '平方米', en: 'm²' },
  mu: { zh: '亩', en: 'mu' },
  ha: { zh: '公顷', en: 'ha' },
  km2: { zh: '平方公里', en: 'km²' },
};

const unit = (value: unknown): Text =>
  UNITS[String(value)] ?? { zh: String(value), en: String(value) };

const ZIP_REASONS: Readonly<Record<string, Text>> = {
  missing: { zh: '文件不存在', en: 'it does not exist' },
  truncated: { zh: '文件不完整', en: 'it is cut off' },
  changed: { zh: '读取期间文件被改动', en: 'it changed while it was read' },
  'zip-end': { zh: '不是 ZIP 压缩包或不完整', en: 'no zip archive, or one cut off' },
  'zip-directory': { zh: '压缩包目录损坏', en: 'the directory of the archive is damaged' },
  'zip-encrypted': { zh: '压缩包已加密，请先解压', en: 'it is encrypted: unpack it first' },
  'zip-method': { zh: '压缩方式不支持，请先解压', en: 'packed in an unknown way: unpack it first' },
  'zip-entry': { zh: '压缩包损坏', en: 'the archive is damaged' },
  'zip-damaged': { zh: '压缩包内容损坏', en: 'packed data are damaged' },
  'zip-length': { zh: '解压后的长度与登记不符', en: 'its content has another length than stated' },
};

const reason = (value: unknown): Text =>
  ZIP_REASONS[String(value)] ?? { zh: String(value), en: String(value) };

/** What reading the source of a layer can say: errors with the way out, and notes. */
export const SOURCE_WORDS = {
  'source-missing': (p) => ({
    zh: `找不到 ${p.file}。请检查路径。`,
    en: `${p.file} does not exist. Check the path.`,
  }),
  'source-unreadable': (p) => ({
    zh: `无法读取 ${p.file}：${reason(p.reason).zh}。`,
    en: `${p.file} cannot be read: ${reason(p.reason).en}.`,
  }),
  'source-damaged': (p) => ({
    zh: `${p.file} 已损坏或不完整（${p.what}）。请重新导出或复制。`,
    en: `${p.file} is damaged or cut off (${p.what}). Export or copy it again.`,
  }),
  'source-format': (p) => ({
    zh: `认不出 ${p.file} 的格式。可读 Shapefile、FileGDB、GeoPackage、GeoJSON、FlatGeobuf（Shapefile 和 FileGDB 可为文件夹或 ZIP）。`,
    en: `The format of ${p.file} is not known. Shapefile, FileGDB, GeoPackage, GeoJSON and FlatGeobuf can be read (Shapefile and FileGDB also as a folder or zip).`,
  }),
  'source-empty-folder': (p) => ({
    zh: `${p.file} 中没有可读的图层文件（Shapefile、FileGDB、GeoPackage、GeoJSON、FlatGeobuf）。`,
    en: `${p.file} holds no layer file that can be read (Shapefile, FileGDB, GeoPackage, GeoJSON, FlatGeobuf).`,
  }),
  'source-part-missing': (p) => ({
    zh: `Shapefile ${p.file} 缺少 ${p.part} 文件。请把同名的 .shp、.shx、.dbf（和 .prj）放在一起。`,
    en: `The shapefile ${p.file} lacks its ${p.part} file. Keep .shp, .shx, .dbf (and .prj) of one name together.`,
  }),
  'source-gdal': (p) => ({
    zh: `GDAL 不能读取 ${p.file}：${p.said}`,
    en: `GDAL cannot read ${p.file}: ${p.said}`,
  }),
  'source-count': (p) => ({
    zh: `${p.file} 的 ${p.table} 应有 ${p.wanted} 条记录，只读出 ${p.found} 条，未建图层。请检查源文件。`,
    en: `${p.table} of ${p.file} has ${p.wanted} records, ${p.found} were read; no layer was built. Check the source.`,
  }),
  'source-json': (p) => ({
    zh: `${p.file} 不是完整的 GeoJSON（${p.problem}）。请重新导出。`,
    en: `${p.file} is no whole GeoJSON document (${p.problem}). Export it again.`,
  }),
  'source-not-collection': (p) => ({
    zh: `${p.file} 的根类型是 ${p.type}，应为 FeatureCollection。`,
    en: `The root of ${p.file} is ${p.type}; it must be a FeatureCollection.`,
  }),
  'source-digits': (p) => ({
    zh: `${p.file} 的字段 ${p.column} 有 ${p.value} 这样超过 15 位的整数，JSON 会丢失末位。请把该字段导出为文本。`,
    en: `Column ${p.column} of ${p.file} holds integers like ${p.value}, whose last digits JSON loses. Export it as text.`,
  }),
  'source-encoding': (p) => ({
    zh: `${p.file} 按 ${p.encoding} 编码读取。`,
    en: `${p.file} was read as ${p.encoding}.`,
  }),
  'source-encoding-contradicted': (p) => ({
    zh: `${p.file} 声明的编码是 ${p.said}，但内容是 ${p.encoding}，已按内容读取；可用 --encoding 指定。`,
    en: `${p.file} says its text is ${p.said}, but it is ${p.encoding} and was read so; --encoding says otherwise.`,
  }),
  'source-encoding-wrong': (p) => ({
    zh: `${p.file} 的文字不是 ${p.encoding} 编码（位置 ${p.place}）。请用 --encoding 指定 UTF-8 或 GB18030。`,
    en: `The text of ${p.file} is not ${p.encoding} (at ${p.place}). Name UTF-8 or GB18030 with --encoding.`,
  }),
  'source-not-polygons': (p) => ({
    zh: `${p.file} 的第 ${p.index} 条记录是 ${p.type}，图层只收面。请只导出面要素。`,
    en: `Record ${p.index} of ${p.file} is ${p.type}; a layer holds polygons. Export polygons only.`,
  }),
  'source-coordinate': (p) => ({
    zh: `${p.file} 的第 ${p.index} 条记录的坐标 ${p.value} 不是数。请修正后重新导出。`,
    en: `Record ${p.index} of ${p.file} has the coordinate ${p.value}, which is no number. Correct it and export again.`,
  }),
  'source-no-table': (p) => ({
    zh: `${p.file} 中没有面图层。`,
    en: `${p.file} holds no table of polygons.`,
  }),
  'source-choose-table': (p) => ({
    zh: `${p.file} 有多个图层，不能确定哪一个是${p.kindZh ?? p.kind}${p.codes === '' ? '' : `（${p.codes}）`}。请用 --table 指定：${p.choices}。`,
    en: `${p.file} holds several tables and none is surely ${p.kindEn ?? p.kind}${p.codes === '' ? '' : ` (${p.codes})`}. Name one with --table: ${p.choices}.`,
  }),
  'source-table-missing': (p) => ({
    zh: `${p.file} 中没有名为 ${p.table} 的面图层，现有：${p.choices}。`,
    en: `${p.file} holds no table of polygons named ${p.table}; there are ${p.choices}.`,
  }),
  'source-crs-unknown': (p) => ({
    zh: `${p.file} 没有写明坐标系。请向提供单位核实后用 --crs 指定，如 --crs EPSG:4490 或 --crs EPSG:4523（3° 带 35 带）。`,
    en: `${p.file} does not state its coordinate system. Ask its owner and name it with --crs, e.g. --crs EPSG:4490 or --crs EPSG:4523 (3° zone 35).`,
  }),
  'source-crs-other': (p) => ({
    zh: `${p.file} 的坐标系“${p.name}”不是 2000 国家大地坐标系经纬度或 3°/6° 高斯-克吕格投影带。请由提供单位转换到 EPSG:4490；确知是某一投影带时用 --crs 指定。`,
    en: `The coordinate system “${p.name}” of ${p.file} is neither CGCS2000 lon/lat nor a 3° or 6° Gauss-Krüger zone. Have its owner convert it to EPSG:4490; if it surely is a zone, name that with --crs.`,
  }),
  'source-crs-contradiction': (p) => ({
    zh: `${p.file} 声明的坐标系是 ${p.name}，但坐标（${p.x}, ${p.y}）不属于它。请核实后用 --crs 指定。`,
    en: `${p.file} says ${p.name}, but its coordinates (${p.x}, ${p.y}) are none of that. Find out and name the system with --crs.`,
  }),
  'source-crs-mixed': (p) => ({
    zh: `${p.file} 的第 ${p.index} 条记录的坐标（${p.x}, ${p.y}）与前面的不是同一种坐标或不在中国范围内。请检查该记录。`,
    en: `The coordinates of record ${p.index} of ${p.file} (${p.x}, ${p.y}) are of another kind than those before, or outside China. Check that record.`,
  }),
  'source-crs-overruled': (p) => ({
    zh: `${p.file} 自称 ${p.name}，已按 --crs 用 EPSG:${p.epsg}。`,
    en: `${p.file} says ${p.name}; EPSG:${p.epsg} was used as --crs says.`,
  }),
  'source-axes-swapped': (p) => ({
    zh: `${p.file} 的坐标（${p.x}, ${p.y}）北坐标在前，已对调。`,
    en: `The coordinates of ${p.file} (${p.x}, ${p.y}) have north first; they were swapped.`,
  }),
  'source-columns-clash': (p) => ({
    zh: `字段 ${p.column} 在 ${p.file} 中是 ${p.type}，在 ${p.otherFile} 中是 ${p.otherType}，不能合为一个图层。请统一字段类型。`,
    en: `Column ${p.column} is ${p.type} in ${p.file} and ${p.otherType} in ${p.otherFile}: they cannot make one layer. Give it one type.`,
  }),
  'source-field-form': (p) => ({
    zh: `--field 应写作“角色=字段名”，如 featureId=BSM，而不是“${p.value}”。`,
    en: `--field is written role=column, e.g. featureId=BSM, not “${p.value}”.`,
  }),
  'source-field-role': (p) => ({
    zh: `--field 的角色“${p.role}”不存在，可用：${p.choices}。`,
    en: `--field knows no role “${p.role}”; there are ${p.choices}.`,
  }),
  'source-field-column': (p) => ({
    zh: `--field ${p.role}=${p.column}：源数据没有字段 ${p.column}，现有：${p.choices}。`,
    en: `--field ${p.role}=${p.column}: there is no such column; there are ${p.choices}.`,
  }),
  'source-column-taken': (p) => ({
    zh: `面积字段 ${p.from} 的单位是${unit(p.unit).zh}，须换算为平方米存入 ${p.column}，但已有同名字段。请改名后重试。`,
    en: `Area column ${p.from} is in ${unit(p.unit).en}; its m² would go to ${p.column}, which is taken. Rename that column.`,
  }),
  'source-area-converted': (p) => ({
    zh: `面积字段 ${p.column} 的单位是${unit(p.unit).zh}，已另存平方米字段 ${p.to}。`,
    en: `Area column ${p.column} is in ${unit(p.unit).en}; its m² were added as ${p.to}.`,
  }),
  'source-area-unit': (p) => ({
    zh: `${p.file} 的面积字段 ${p.column} 按字段名应为${unit(p.named).zh}，与图形面积相比是${unit(p.unit).zh}，已按后者处理。`,
    en: `Area column ${p.column} of ${p.file} is ${unit(p.named).en} by its name but ${unit(p.unit).en} compared with the shapes; the latter was taken.`,
  }),
  'source-area-unlike': (p) => ({
    zh: `${p.file} 的面积字段 ${p.column} 与图形面积对不上任何单位，暂按${unit(p.unit).zh}处理。请核实，或用 --field 指定面积字段。`,
    en: `Area column ${p.column} of ${p.file} fits the shapes in no unit; ${unit(p.unit).en} was assumed. Check it, or name the column with --field.`,
  }),
  'source-area-units-differ': (p) => ({
    zh: `面积字段 ${p.column} 在 ${p.file} 中是${unit(p.unit).zh}，在 ${p.otherFile} 中是${unit(p.otherUnit).zh}。请统一单位。`,
    en: `Area column ${p.column} is in ${unit(p.unit).en} in ${p.file} and in ${unit(p.otherUnit).en} in ${p.otherFile}. Give it one unit.`,
  }),
  'source-empty': (p) => ({
    zh: `${p.file} 有 ${p.count} 条记录没有图形，未进入图层：${p.ids}`,
    en: `${p.count} record(s) of ${p.file} have no shape and are not in the layer: ${p.ids}`,
  }),
  'source-rings-dropped': (p) => ({
    zh: `${p.file} 有 ${p.count} 个不足三点的环，没有面积，已略去：${p.ids}`,
    en: `${p.count} ring(s) of ${p.file} have fewer than three corners and no area; they were left out: ${p.ids}`,
  }),
  'source-coverage-needed': (p) => ({
    zh: `请用 --coverage 写明${p.kindZh ?? p.kind}图层在哪里是完整的：范围面文件或行政区代码。不能用外接矩形代替。`,
    en: `Say with --coverage where the layer of ${p.kindEn ?? p.kind} is complete: a polygon file or an administrative code. Its bounding box will not do.`,
  }),
  'source-coverage-code': (p) => ({
    zh: `找不到行政区代码 ${p.code} 的范围${p.choices === '' ? '：目录中没有行政区图层' : `，现有：${p.choices}`}。请给出范围面文件。`,
    en: `There is no area with the administrative code ${p.code}${p.choices === '' ? ': the catalog has no administrative areas' : `; there are ${p.choices}`}. Name a polygon file.`,
  }),
  'source-coverage-empty': (p) => ({
    zh: `范围文件 ${p.file} 中没有面。`,
    en: `The coverage file ${p.file} holds no polygon.`,
  }),
  'source-coverage-invalid': (p) => ({
    zh: `范围文件 ${p.file} 的第 ${p.index} 个面有错误（${p.what}），不能作为范围。请修正。`,
    en: `Polygon ${p.index} of the coverage file ${p.file} is invalid (${p.what}) and cannot be a coverage. Correct it.`,
  }),
  'source-coverage-schematic': (p) => ({
    zh: `范围取自示例数据的行政区 ${`${p.code} ${p.name}`.trim()}，不是真实界线；正式图层请给出范围面文件。`,
    en: `The coverage is the area ${`${p.code} ${p.name}`.trim()} of demonstration data, no real boundary; name a polygon file for a layer in earnest.`,
  }),
} satisfies Record<string, (p: Params) => Text>;

export type SourceCode = keyof typeof SOURCE_WORDS;
