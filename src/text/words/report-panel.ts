import type { Text } from '../text.ts';

/** Words of the report step: its files, what is settled first. */
export const REPORT_PANEL_WORDS = {
  'report.number': { zh: '报告编号', en: 'Number' },
  'report.name': { zh: '项目名称', en: 'Project' },
  'report.applicant': { zh: '申请单位', en: 'Applicant' },
  'report.security': { zh: '密级', en: 'Security' },
  'report.security.locked': { zh: '{level}（取最高图层密级）', en: '{level} (strictest layer)' },
  'report.language': { zh: '语言', en: 'Language' },
  'report.figures': { zh: '附图', en: 'Figures' },
  'report.figures.colour': { zh: '彩色', en: 'Colour' },
  'report.figures.grey': { zh: '黑白（供复印）', en: 'Grey (for copies)' },
  'report.digest': { zh: '校验码', en: 'Digest' },
  'report.files': { zh: '文件', en: 'Files' },
  'report.docx': { zh: 'Word 文档（DOCX）', en: 'Word document (DOCX)' },
  'report.docx.line': {
    zh: '可编辑；封面、表 1–10、条款原文、程序、材料清单、附图、签署栏',
    en: 'editable; cover, tables 1–10, clauses, procedure, papers, figure, signatures',
  },
  'report.pdf': { zh: 'PDF 报告', en: 'PDF report' },
  'report.pdf.line': {
    zh: '版式固定，字体嵌入，可检索，带书签',
    en: 'fixed layout, fonts embedded, searchable, bookmarks',
  },
  'report.xlsx': { zh: 'Excel 表格（XLSX）', en: 'Excel workbook (XLSX)' },
  'report.xlsx.line': {
    zh: '总表、各控制线明细、图层、规则、坐标，可继续计算',
    en: 'summary, details of each line, layers, rules, coordinates; real numbers',
  },
  'report.zip': { zh: '成果包（ZIP）', en: 'Bundle (ZIP)' },
  'report.zip.line': {
    zh: '全部文件加 SHA-256 校验清单',
    en: 'all files with a manifest of SHA-256 sums',
  },
  'report.shp': { zh: 'Shapefile（ZIP）', en: 'Shapefile (ZIP)' },
  'report.shp.line': {
    zh: '用地与占用图形，CGCS2000 经纬度',
    en: 'site and occupied pieces, CGCS2000 lon/lat',
  },
  'report.dxf': { zh: 'DXF 图形', en: 'DXF drawing' },
  'report.dxf.line': {
    zh: '用地、界址点、占用部分，所在带平面坐标',
    en: 'site, boundary points, occupied pieces in the zone’s plane',
  },
  'report.txt': { zh: '界址点坐标 TXT', en: 'Survey TXT' },
  'report.txt.line': {
    zh: '勘测定界交换格式，GBK 编码',
    en: 'survey exchange format, GBK',
  },
  'report.geojson': { zh: 'GeoJSON', en: 'GeoJSON' },
  'report.geojson.line': {
    zh: '用地与占用图形，EPSG:4490',
    en: 'site and occupied pieces, EPSG:4490',
  },
  'report.png': { zh: 'PNG 附图', en: 'PNG figure' },
  'report.png.line': { zh: '项目与控制线套合图', en: 'site over the control lines' },
  'report.html': { zh: 'HTML 报告', en: 'HTML report' },
  'report.html.line': {
    zh: '可打印为 A4，含表格、程序、材料清单、附图',
    en: 'prints to A4; tables, procedure, papers, figure',
  },
  'report.json': { zh: 'JSON 核查记录', en: 'JSON record' },
  'report.json.line': { zh: '可再次核对、可校验', en: 'can be verified and compared' },
  'report.first': { zh: '首页将写明', en: 'Page one will say' },
  'report.first.verdict': { zh: '总体结论：{verdict}', en: 'Overall: {verdict}' },
  'report.first.open': { zh: '{n} 个问题尚未回答', en: '{n} questions are still open' },
  'report.first.complete': { zh: '{n} 个图层全部参与核查', en: 'all {n} layers were checked' },
  'report.first.unchecked': { zh: '未核查：{names}', en: 'Not checked: {names}' },
  'report.first.unchecked.line': {
    zh: '对上列各项不作“不涉及”的结论',
    en: 'no “clear” is stated for these',
  },
  'report.first.demo': {
    zh: '示例数据，报告每页带水印',
    en: 'Demo data; every page is marked',
  },
  'report.first.shift': { zh: '坐标已近似纠偏', en: 'Coordinates corrected approximately' },
  'report.empty': { zh: '先完成核查', en: 'Finish the check first' },
  'security.public': { zh: '公开', en: 'Public' },
  'security.internal': { zh: '内部', en: 'Internal' },
  'security.secret': { zh: '秘密', en: 'Secret' },
} as const satisfies Record<string, Text>;
