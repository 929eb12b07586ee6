import { describe, expect, it } from 'vitest';
import { reportContent } from '../../src/report/content/report-content.ts';
import { wholeNumbers } from '../../src/report/plain-text.ts';
import { fixtureReport, incompleteReport } from './fixture.ts';
import { partsOf, rendered, textIn } from './office-files.ts';

const documentOf = async (...of: Parameters<typeof rendered>) => partsOf(await rendered(...of));
/** Drawing figures takes its time: most tests look at the same document. */
const whole = rendered('docx', fixtureReport()).then(partsOf);
const wordsOf = (parts: Map<string, string>): string =>
  textIn(parts.get('word/document.xml')!, 'w:t').join('\n');

describe('DOCX', () => {
  it('says everything that the content says, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const words = wordsOf(await documentOf('docx', fixtureReport(), lang));
      const { sections, firstPage } = reportContent(fixtureReport(), lang);
      const texts: string[] = [];
      const walk = (value: unknown): void => {
        if (typeof value === 'string') return;
        if (Array.isArray(value)) for (const one of value) walk(one);
        else if (typeof value === 'object' && value !== null) {
          const { runs, quote, words: signed } = value as Record<string, unknown>;
          if (Array.isArray(runs)) texts.push(...runs.filter((run) => typeof run === 'string'));
          if (typeof quote === 'string') texts.push(quote);
          if (Array.isArray(signed)) texts.push(...(signed as string[]));
          walk(Object.values(value));
        }
      };
      walk([firstPage, sections]);
      expect(texts.length).toBeGreaterThan(60);
      expect(texts.filter((text) => !words.includes(wholeNumbers(text)))).toEqual([]);
    }
  });

  it('repeats the header row of every table and never breaks a row', async () => {
    const xml = (await whole).get('word/document.xml')!;
    const tables = xml.split('<w:tbl>').slice(1);
    const withColumns = tables.filter((table) => table.includes('F2F2F2'));
    expect(tables.length).toBeGreaterThan(12);
    const headed = withColumns.filter((table) => table.includes('<w:tblHeader/>'));
    // the cover, tables 1 and the parameters have names at the left instead of a header
    expect(withColumns.length - headed.length).toBe(3);
    expect(xml.match(/<w:tr>/g)!.length).toBe(xml.match(/<w:cantSplit\/>/g)!.length);
  });

  it('has numbers at the right', async () => {
    const xml = (await whole).get('word/document.xml')!;
    const at = (text: string) => xml.lastIndexOf('<w:p>', xml.indexOf(`>${text}<`));
    expect(xml.slice(at('7.24'), xml.indexOf('>7.24<'))).toContain('<w:jc w:val="right"/>');
    expect(xml.slice(at('永久基本农田'), xml.indexOf('>永久基本农田<'))).not.toContain('right');
  });

  it('carries banner, 示例数据, number and page x / y on every page', async () => {
    const parts = await whole;
    const header = textIn(parts.get('word/header1.xml')!, 'w:t').join('|');
    expect(header).toContain('内部资料 注意保管');
    expect(header).toContain('示例数据 非真实控制线');
    expect(header).toContain('KZX-DEMO-20261121-001');
    expect(parts.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
  });

  it('has banner, 示例数据 and number at the left, in the middle and at the right', async () => {
    const header = (await whole).get('word/header1.xml')!;
    const stops = [...header.matchAll(/<w:tab w:val="(\w+)"/g)].map(([, at]) => at);
    expect(stops).toEqual(['center', 'right']);
    const order = [...header.matchAll(/<w:tab\/>|内部资料|示例数据|KZX-DEMO/g)].map(([one]) => one);
    expect(order).toEqual(['内部资料', '<w:tab/>', '示例数据', '<w:tab/>', 'KZX-DEMO']);
  });

  it('keeps the lines to sign on with the digest they sign', async () => {
    const xml = (await whole).get('word/document.xml')!;
    const end = xml.slice(xml.lastIndexOf('核查记录摘要值'), xml.lastIndexOf('制表：'));
    const at = xml.lastIndexOf('<w:p>', xml.lastIndexOf('核查记录摘要值'));
    const paragraphs = xml.slice(at, xml.lastIndexOf('<w:tbl>')).split('<w:p>').slice(1);
    expect(end).toContain('sanxian verify');
    expect(paragraphs.length).toBe(3);
    for (const paragraph of paragraphs) expect(paragraph).toContain('<w:keepNext/>');
  });

  it('keeps a header with its first row, and a sum with what it sums', async () => {
    const xml = (await whole).get('word/document.xml')!;
    const rows = xml.split('<w:tr>').slice(1);
    const sums = rows.flatMap((row, i) => (row.includes('>合计<') ? [i] : []));
    expect(sums.length).toBeGreaterThan(3);
    for (const i of sums) expect(rows[i - 1]).toContain('<w:keepNext/>');
    for (const row of rows.filter((one) => one.includes('<w:tblHeader/>')))
      expect(row).toContain('<w:keepNext/>');
  });

  it('breaks no number over two lines', async () => {
    const far = fixtureReport((report) => {
      report.lines[1]!.nearestM = 12_730.4;
    });
    const words = wordsOf(await documentOf('docx', far));
    expect(words).toContain('最近 12\u202f730.4 米');
    expect(words).not.toMatch(/\d\u2009\d/);
  });

  it('names official fonts and what may stand in for them', async () => {
    const parts = await whole;
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(parts.get('word/fontTable.xml')).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/></w:font>',
    );
  });

  it('is the same, byte for byte, at any time of day', async () => {
    const first = await rendered('docx', fixtureReport());
    await rendered('docx', incompleteReport());
    expect(await rendered('docx', fixtureReport())).toEqual(first);
    expect(partsOf(first).get('docProps/core.xml')).toContain('2026-11-21T08:00:00Z');
  });

  it('prints no sentence that a line is free where it was not looked at', async () => {
    const words = wordsOf(await documentOf('docx', incompleteReport()));
    expect(words).toContain('未核查完整，暂不能下结论');
    expect(words).not.toMatch(/未占用自然保护地核心保护区/);
  });

  it('lets no name become markup or reorder what is read', async () => {
    const name = `a</w:t><w:br/>&"'\u202e${'长'.repeat(200)}/\\:*?\ud800\ufffe`;
    const report = fixtureReport((one) => {
      one.project.name = name;
      one.project.parcels[0]!.name = '=HYPERLINK("http://x")';
    });
    const parts = await documentOf('docx', report);
    const words = wordsOf(parts);
    expect(words).toContain(`a</w:t><w:br/>&"'[U+202E]${'长'.repeat(200)}/\\:*?\ufffd\ufffd`);
    expect(parts.get('word/document.xml')).not.toContain('<w:br/>&amp;"');
  });

  it('stands with no findings and with five thousand pieces', async () => {
    const none = fixtureReport((report) => {
      report.findings = [];
      report.project.notes = [];
    });
    expect(wordsOf(await documentOf('docx', none))).toContain('五、管控要求与办理程序');
    const many = fixtureReport((report) => {
      const farm = report.layers.find((one) => one.kind === 'permanent-basic-farmland')!;
      const [piece] = farm.overlaps;
      farm.overlaps = Array.from({ length: 5000 }, (_, i) => ({
        ...piece!,
        featureId: `F${i}`,
        geometry: null,
      }));
    });
    const words = wordsOf(await documentOf('docx', many));
    expect(words).toContain('F0\n');
    expect(words).toContain('F4999\n');
  });
});
