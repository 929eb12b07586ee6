import { describe, expect, it } from 'vitest';
import { fixtureReport, incompleteReport } from './fixture.ts';
import { partsOf, rendered, textIn } from './office-files.ts';

const NAMES = [
  '总表',
  '永久基本农田',
  '生态保护红线',
  '城镇开发边界',
  '地类',
  '四线及其他',
  '低于阈值',
  '图层',
  '规则',
  '坐标',
];

async function workbookOf(...of: Parameters<typeof rendered>) {
  const parts = partsOf(await rendered(...of));
  const strings = textIn(parts.get('xl/sharedStrings.xml')!, 't');
  const sheet = (name: string): string =>
    parts.get(`xl/worksheets/sheet${NAMES.indexOf(name) + 1}.xml`)!;
  /** Values of a sheet by address: numbers as numbers, the rest as text. */
  const values = (name: string): Map<string, string | number> => {
    const cells = sheet(name).matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)?<\/c>/g);
    return new Map(
      [...cells].map(([, at, look, value]) => [
        at!,
        look!.includes('t="s"') ? strings[Number(value)]! : Number(value),
      ]),
    );
  };
  return { parts, sheet, values };
}

describe('XLSX', () => {
  it('has its sheets in order, in both languages', async () => {
    const { parts } = await workbookOf('xlsx', fixtureReport());
    const names = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual(NAMES);
    const english = (await workbookOf('xlsx', fixtureReport(), 'en')).parts.get('xl/workbook.xml')!;
    expect(english).toContain('name="Permanent farmland"');
  });

  it('writes areas as numbers with their decimals', async () => {
    const { values, sheet, parts } = await workbookOf('xlsx', fixtureReport());
    const cells = values('总表');
    const farm = [...cells].find(([at, value]) => at[0] === 'A' && value === '永久基本农田')![0];
    const row = farm.slice(1);
    expect(cells.get(`D${row}`)).toBe(0.8249);
    expect(cells.get(`E${row}`)).toBe(12.37);
    expect(cells.get(`F${row}`)).toBe(7.24);
    expect(parts.get('xl/styles.xml')).toContain('#,##0.0000');
    expect(sheet('总表')).toMatch(/<pane [^>]*ySplit="7"[^>]*state="frozen"/);
  });

  it('prints on A4 across, as wide as the page, with its header, 密级, number and page on each', async () => {
    const { parts, sheet } = await workbookOf('xlsx', fixtureReport());
    for (const name of NAMES) {
      const xml = sheet(name);
      expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(xml).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
      expect(xml).toContain('&amp;L内部资料 注意保管&amp;RKZX-DEMO-20261121-001');
      // the order that the format asks for
      const order = ['<sheetData', '<autoFilter', '<pageMargins', '<pageSetup', '<headerFooter'];
      const places = order.map((tag) => xml.indexOf(tag));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
    }
    const book = parts.get('xl/workbook.xml')!;
    expect(book.match(/_xlnm\.Print_Titles/g)).toHaveLength(NAMES.length);
    expect(book).toContain(`localSheetId="0">'总表'!$7:$7<`);
  });

  it('goes on below where a text is wider than its column', async () => {
    const { sheet, parts } = await workbookOf(
      'xlsx',
      fixtureReport((report) => {
        report.findings[0]!.path = ['事实：占用永久基本农田'.repeat(12)];
      }),
    );
    const styles = parts.get('xl/styles.xml')!;
    const looks = [
      .../<cellXfs.*?<\/cellXfs>/s.exec(styles)![0].matchAll(/<xf .*?(?:\/>|<\/xf>)/gs),
    ];
    const [, style] = /<c r="E2" s="(\d+)"/.exec(sheet('规则'))!;
    expect(looks[Number(style)]![0]).toContain('wrapText="1"');
    // 12 times 11 Chinese characters are 264 half-width ones: five lines of 60
    expect(sheet('规则')).toMatch(/<row r="2" ht="70"/);
    const [, plain] = /<c r="A2" s="(\d+)"/.exec(sheet('规则'))!;
    expect(looks[Number(plain)]![0]).not.toContain('wrapText');
  });

  it('adds up: the zones of the urban boundary are the site', async () => {
    const cells = (await workbookOf('xlsx', fixtureReport())).values('城镇开发边界');
    const column = (letter: string) =>
      [...cells].filter(([at, value]) => at[0] === letter && typeof value === 'number');
    for (const letter of ['B', 'C', 'D']) {
      const numbers = column(letter).map(([, value]) => value as number);
      const total = numbers.pop()!;
      const parts = numbers.reduce((sum, one) => sum + Math.round(one * 1e4), 0);
      expect(parts).toBe(Math.round(total * 1e4));
    }
  });

  it('filters under the header and keeps coordinates as numbers without spaces', async () => {
    const { sheet, values } = await workbookOf('xlsx', fixtureReport());
    for (const name of NAMES)
      expect(sheet(name)).toMatch(/<\/sheetData><autoFilter ref="A\d+:[A-Z]\d+"\/>/);
    expect(values('坐标').get('D2')).toBe(4145300);
    expect(values('坐标').get('F2')).toBe(106.062104164);
  });

  it('says why a sheet is empty', async () => {
    const { values } = await workbookOf('xlsx', fixtureReport());
    expect([...values('地类').values()]).toContain('未核查，无数据可列。');
    const open = (await workbookOf('xlsx', incompleteReport())).values('总表');
    expect([...open.values()].join('\n')).toContain('未核查完整，暂不能下结论');
  });

  it('holds no formula, whatever a name begins with', async () => {
    const report = fixtureReport((one) => {
      one.project.name = '=1+1';
      one.project.parcels[0]!.name = '@SUM(A1)';
      one.layers[0]!.overlaps[0]!.featureId = '+cmd|calc';
    });
    const { parts, values } = await workbookOf('xlsx', report);
    const all = [...parts.values()].join('');
    expect(all).not.toMatch(/<f[ >]/);
    expect([...values('永久基本农田').values()]).toContain('+cmd|calc');
  });

  it('is the same, byte for byte, at any time of day', async () => {
    const first = await rendered('xlsx', fixtureReport());
    expect(await rendered('xlsx', fixtureReport())).toEqual(first);
  });
});
