import type { Text } from '../text.ts';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What reading tables of points can say: CSV files, Excel sheets, pasted text. */
export const IMPORT_TABLE_WORDS = {
  'err-xls': (p) => ({
    zh: `${p.file} 是旧版 Excel（.xls）文件，请在 Excel 或 WPS 中另存为 .xlsx 后再打开。`,
    en: `${p.file} is an old Excel file (.xls); save it as .xlsx and open that.`,
  }),
  'err-xlsx-locked': (p) => ({
    zh: `${p.file} 设有打开密码，请在 Excel 或 WPS 中取消密码后另存，再打开。`,
    en: `${p.file} is protected by a password; remove it, save the file and open it again.`,
  }),
  'err-xlsx-broken': (p) => ({
    zh: `${p.file} 不是完整的 Excel 文件（${p.reason}），请重新另存为 .xlsx。`,
    en: `${p.file} is not a whole Excel file (${p.reason}); save it as .xlsx again.`,
  }),
  'err-xlsx-large': (p) => ({
    zh: `${p.file} 展开后超过 200 MB（${p.path}），不是坐标表；请只留坐标一页另存。`,
    en: `${p.file} unpacks to more than 200 MB (${p.path}), which is no table of coordinates; save the sheet with the coordinates alone.`,
  }),
  'err-paste-empty': () => ({
    zh: '没有粘贴任何文字；请复制坐标表（点号、X、Y），再粘贴。',
    en: 'Nothing was pasted; copy the table of coordinates (name, X, Y) and paste it.',
  }),
  'err-table-no-coordinates': (p) => ({
    zh: `${p.file} 中没有找到坐标列；表头请写“点号、X、Y”或“点号、经度、纬度”，每点一行。`,
    en: `${p.file} holds no columns of coordinates; name them “点号, X, Y” or “name, lon, lat”, one point a row.`,
  }),
  'err-table-cell': (p) => ({
    zh: `${at(p).zh}第 ${p.row} 行 ${p.column} 列${p.value === '' ? '没有坐标' : `“${p.value}”不是坐标`}；请更正，或删去该行。`,
    en: `${at(p).en}Row ${p.row}, column ${p.column} ${p.value === '' ? 'is empty' : `holds “${p.value}”, which is no coordinate`}; correct it or delete the row.`,
  }),
  'err-table-columns': (p) => ({
    zh: `${at(p).zh}有几组坐标列（${p.words}），无法确定用哪一组；请只保留一组。`,
    en: `${at(p).en}There are several sets of coordinate columns (${p.words}); keep the one that counts.`,
  }),
  'err-table-two-systems': (p) => ({
    zh: `${at(p).zh}并列几个坐标系的坐标（${p.words}）；请只保留 2000 国家大地坐标系的两列。`,
    en: `${at(p).en}Coordinates of several systems stand side by side (${p.words}); keep the two columns in CGCS2000.`,
  }),
  'note-table-columns': (p) => ({
    zh: `${at(p).zh}${p.bare === true ? '没有表头，按数值判断：' : ''}北坐标（或纬度）取 ${p.north} 列，东坐标（或经度）取 ${p.east} 列${named(p, '，')}`,
    en: `${at(p).en}${p.bare === true ? 'No header, told by the numbers: ' : ''}north (or latitude) is column ${p.north}, east (or longitude) column ${p.east}${namedEnglish(p)}`,
  }),
  'note-table-both': (p) => ({
    zh: `${at(p).zh}平面坐标和经纬度都有，采用平面坐标。`,
    en: `${at(p).en}Plane coordinates and degrees are both given; the plane ones are used.`,
  }),
  'note-table-side-by-side': (p) => ({
    zh: `${at(p).zh}表格并排分为 ${p.count} 栏，按先左后右依次读取，请核对顺序。`,
    en: `${at(p).en}The table stands in ${p.count} parts side by side, read from left to right; please check the order.`,
  }),
  'note-table-datums': (p) => ({
    zh: `${at(p).zh}表头提到几个坐标系，未采用，请确认坐标属于哪一个。`,
    en: `${at(p).en}The heading names several coordinate systems; none was taken for granted.`,
  }),
  'note-table-told': (p) => ({
    zh: `${at(p).zh}没有地块列，按${ways(p, 'zh')}分为 ${p.count} 个地块，请核对。`,
    en: `${at(p).en}There is no column of parcels; ${p.count} were told apart by ${ways(p, 'en')}; please check.`,
  }),
  'note-table-rings': (p) => ({
    zh: `${at(p).zh}没有圈号列，首点重复处另起一圈（${p.count} 处），内圈按孔洞扣除，请核对。`,
    en: `${at(p).en}There is no column of rings; another ring begins where one came back to its first point (${p.count}); inner rings are holes, please check.`,
  }),
  'note-table-angles': (p) => ({
    zh: `${at(p).zh}${p.count} 个点的度分秒已换算为十进制度`,
    en: `${at(p).en}Degrees, minutes and seconds of ${p.count} point(s) brought to decimal degrees`,
  }),
  'note-table-filled': (p) => ({
    zh: `${at(p).zh}有 ${p.count} 行没有写地块号、名称或圈号，按上一行（合并单元格）读取`,
    en: `${at(p).en}${p.count} row(s) without parcel or ring take those of the row above (merged cells)`,
  }),
  'note-table-passed-over': (p) => ({
    zh: `${at(p).zh}有 ${p.count} 行文字没有坐标，未读入（第 ${p.row} 行“${p.text}”）`,
    en: `${at(p).en}${p.count} row(s) of words without coordinates were not read (row ${p.row}: “${brief(p.text)}”)`,
  }),
  'note-table-sheets': (p) => ({
    zh: `读取工作表 ${p.sheets}；${p.others} 中没有坐标或已隐藏，未读入`,
    en: `Sheets with coordinates are read; others hold none or are hidden (${brief(p.others)})`,
  }),
  'note-table-formulas': (p) => ({
    zh: `${at(p).zh}有 ${p.count} 个公式没有计算结果（如 ${p.cell}），按空白处理；请在 Excel 中重新计算并保存。`,
    en: `${at(p).en}${p.count} formula(s) have no stored result (such as ${p.cell}) and count as empty; recalculate and save in Excel.`,
  }),
} as const satisfies Record<string, (params: Params) => Text>;

function at({ sheet }: Params): Text {
  if (!sheet) return { zh: '', en: '' };
  return { zh: `工作表“${sheet}”：`, en: `Sheet “${sheet}”: ` };
}

function named(p: Params, comma: string): string {
  const parts = [
    p.point ? `点号取 ${p.point} 列` : '没有点号列',
    ...(p.ring ? [`圈号取 ${p.ring} 列`] : []),
    ...(p.parcel ? [`地块取 ${p.parcel} 列`] : []),
  ];
  return comma + parts.join(comma);
}

function namedEnglish(p: Params): string {
  const parts = [
    p.point ? `point name ${p.point}` : 'no point names',
    ...(p.ring ? [`ring ${p.ring}`] : []),
    ...(p.parcel ? [`parcel ${p.parcel}`] : []),
  ];
  return `, ${parts.join(', ')}`;
}

const WAYS: Readonly<Record<string, Text>> = {
  breaks: { zh: '空行或标题行', en: 'blank lines or titles' },
  names: { zh: '点号重新起算', en: 'point names that begin again' },
  'ring-numbers': { zh: '圈号重新起算', en: 'ring numbers that begin again' },
};

function ways({ by }: Params, language: 'zh' | 'en'): string {
  const words = String(by)
    .split(',')
    .map((way) => WAYS[way]?.[language] ?? way);
  return words.join(language === 'zh' ? '、' : ', ');
}

/** Quoted words of a Chinese table are cut short in an English sentence. */
function brief(value: Params[string] | undefined): string {
  const text = String(value ?? '');
  return text.length > 6 ? `${text.slice(0, 6)}…` : text;
}
