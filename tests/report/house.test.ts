import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportAssets } from '../../src/cli/report-assets.ts';
import type { HouseTemplate } from '../../src/domain/report-template.ts';
import { openTemplate } from '../../src/job/report-template.ts';
import { reportFormat } from '../../src/report/formats/registry.ts';
import type { Language } from '../../src/text/text.ts';
import { fixtureReport, incompleteReport } from './fixture.ts';
import { partsOf, rendered, textIn } from './office-files.ts';

/** The example template around the fixture, in every format that is a document. */
const FOLDER = join(import.meta.dirname, '../../data/templates');
const read = async (file: string) => new Uint8Array(readFileSync(join(FOLDER, file)));

let house: HouseTemplate;
beforeAll(async () => {
  house = await openTemplate(await read('示例单位.yaml'), '示例单位.yaml', read);
});

async function printed(format: string, lang: Language = 'zh', report = fixtureReport()) {
  const made = reportFormat(format);
  return (await made.render(report, { lang, assets: reportAssets, house })).bytes;
}
/** Drawing takes longest, and has nothing to do with a template. */
const withoutFigures = () =>
  fixtureReport((report) => {
    for (const parcel of report.project.parcels) parcel.geometry = null;
  });
const pageOf = async (lang: Language = 'zh', report = fixtureReport()) =>
  new TextDecoder().decode(await printed('html', lang, report));

describe('a house template', () => {
  it('puts unit, logo, lines, own sections and signature lines into the page, in its places', async () => {
    const page = await pageOf();
    expect(page).toContain('<b>示例单位（虚构数据）</b>');
    expect(page).toContain('<img alt="" src="data:image/png;base64,iVBOR');
    expect(page).toContain('示例单位 规划科 核查成果');
    expect(page).toContain('本节文字来自示例单位（虚构数据）的报告模板，不是核查结果。');
    const order = ['编制说明', '一、项目基本情况', '六、结论与建议', '内部会商意见', '七、附图'];
    const places = order.map((title) => page.indexOf(`<h2>${title}</h2>`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(page).toContain('<div>分管领导：</div>');
    expect(page).not.toContain('<div>校核：</div>');
  });

  it('leaves out what it names, and says so', async () => {
    const [page, usual] = [
      await pageOf(),
      new TextDecoder().decode(await rendered('html', fixtureReport())),
    ];
    expect(usual).toContain('规则命中日志');
    expect(page).toContain('按示例单位（虚构数据）的报告模板，未列：规则命中日志、国家文件提示。');
    expect(page).not.toContain('<caption>规则命中日志</caption>');
    expect(page).toContain('界址点坐标表');
  });

  it('never takes away what a report must say', async () => {
    const page = await pageOf('zh', incompleteReport());
    for (const said of [
      '未核查完整，暂不能下结论',
      '（四）未检测项说明',
      '声明',
      '内部资料 注意保管',
      '示例数据 非真实控制线',
      '表9　低于容差清单',
      '核查记录摘要值',
    ]) {
      expect(page, said).toContain(said);
    }
  });

  it('is in the DOCX: logo on the cover, lines on every page, sections, signatures', async () => {
    const parts = partsOf(await printed('docx', 'zh', withoutFigures()));
    const words = textIn(parts.get('word/document.xml')!, 'w:t');
    expect(words[0]).toBe('示例单位（虚构数据）');
    for (const said of ['编制说明', '内部会商意见', '经办人：', '分管领导：']) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain('规则命中日志');
    expect(textIn(parts.get('word/header1.xml')!, 'w:t')).toContain('示例单位 规划科 核查成果');
    expect(textIn(parts.get('word/footer1.xml')!, 'w:t')).toContain('联系：规划科（示例）');
  });

  it('is in the workbook by its unit alone: no table is hidden there', async () => {
    const [own, usual] = [
      partsOf(await printed('xlsx')),
      partsOf(await rendered('xlsx', fixtureReport())),
    ];
    const sheet = own.get('xl/worksheets/sheet1.xml')!;
    expect([...own.keys()].sort()).toEqual([...usual.keys()].sort());
    expect([...own.values()].join('')).toContain('示例单位（虚构数据）');
    expect(sheet.match(/<row /g)!.length).toBe(
      usual.get('xl/worksheets/sheet1.xml')!.match(/<row /g)!.length + 1,
    );
  });

  it('speaks English in an English report', async () => {
    const page = await pageOf('en');
    expect(page).toContain('<b>Example unit (invented)</b>');
    expect(page).toContain('Internal consultation');
    expect(page).toContain('Left out by the report template of Example unit (invented): rules hit');
    expect(page).toContain('<div>Head of section: </div>');
  });

  it('changes neither the record nor geodata', async () => {
    for (const format of ['json', 'geojson', 'dxf', 'txt']) {
      expect(await printed(format)).toEqual(await rendered(format, fixtureReport()));
    }
  });

  it('sets the PDF with its logo, and one without again after it', async () => {
    const usual = await rendered('pdf', withoutFigures());
    const own = await printed('pdf', 'zh', withoutFigures());
    expect(own).not.toHaveLength(usual.length);
    expect(await rendered('pdf', withoutFigures())).toEqual(usual);
  });

  it('may not be words alone: markup in it stays words', async () => {
    const hostile: HouseTemplate = {
      template: {
        ...house.template,
        unit: '<script>alert(1)</script>',
        header: '#read("/etc/passwd")',
        footer: '"; } body { display: none }',
        signatures: ['<w:p/>'],
      },
      logo: house.logo,
    };
    const options = { lang: 'zh', assets: reportAssets, house: hostile } as const;
    const page = new TextDecoder().decode(
      (await reportFormat('html').render(fixtureReport(), options)).bytes,
    );
    expect(page.includes('<script>alert')).toBe(false);
    expect(page.slice(0, page.indexOf('</style>')).includes('body { display')).toBe(false);
    const docx = partsOf((await reportFormat('docx').render(withoutFigures(), options)).bytes);
    expect(textIn(docx.get('word/document.xml')!, 'w:t')).toContain('<w:p/>：');
    const pdf = await reportFormat('pdf').render(withoutFigures(), options);
    expect(pdf.bytes.length).toBeGreaterThan(10_000);
  });
});
