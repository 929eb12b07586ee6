import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NEVER_HIDDEN } from '../../src/domain/report-template.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { openTemplate } from '../../src/job/report-template.ts';
import { wordsFor } from '../../src/job/words.ts';

const FOLDER = join(import.meta.dirname, '../../data/templates');
const EXAMPLE = readFileSync(join(FOLDER, '示例单位.yaml'), 'utf8');
const LOGO = new Uint8Array(readFileSync(join(FOLDER, '示例单位-标志.png')));
const beside = async (file: string): Promise<Uint8Array> => {
  if (file === '示例单位-标志.png') return LOGO;
  throw new UserError('cli-file-missing', { file });
};
const open = (text: string, logo = beside) =>
  openTemplate(new TextEncoder().encode(text), 't.yaml', logo);

/** What a person is told. */
async function refusal(text: string, logo = beside): Promise<string> {
  const error = await open(text, logo).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UserError);
  const { code, params } = error as UserError;
  const said = wordsFor(code, params);
  expect(said.en).not.toBe(said.zh);
  return said.zh;
}

describe('the example template', () => {
  it('is read, with its logo at its width and in its proportions', async () => {
    const { template, logo } = await open(EXAMPLE);
    expect(template.sections).toHaveLength(2);
    expect(logo).toMatchObject({ widthMm: 20, heightMm: 20 });
    expect(logo!.png.length).toBeLessThanOrEqual(LOGO.length);
  });

  it('may be JSON as well', async () => {
    const json = JSON.stringify({ schema: 'sanxian/report-template@1', unit: '某局' });
    expect((await open(json)).template).toEqual({
      schema: 'sanxian/report-template@1',
      unit: '某局',
      sections: [],
      hide: [],
    });
  });
});

const HEAD = 'schema: sanxian/report-template@1\nunit: 某局\n';

describe('a template that hides what a report must say', () => {
  it.each([...NEVER_HIDDEN])('%s is refused, with what may be hidden', async (name) => {
    expect(await refusal(`${HEAD}hide: [figures, ${name}]`)).toContain(
      `hide.1：“${name}”不得隐藏，可隐藏：figures、points、rules、hints、checklist`,
    );
  });
});

describe('a wrong template', () => {
  it.each([
    ['unknown hide', `${HEAD}hide: [cover]`, 'hide.0 的值“cover”不在可选范围内，可选：figures'],
    ['unknown field', `${HEAD}colour: red`, 'colour 不是可用的字段，此处可用：schema、unit、logo'],
    ['no unit', 'schema: sanxian/report-template@1', '缺少 unit'],
    ['wrong schema', 'schema: x\nunit: 某局', '可选：sanxian/report-template@1'],
    [
      'wrong place',
      `${HEAD}sections: [{ title: 甲, paragraphs: [乙], after: cover }]`,
      'sections.0.after 的值“cover”不在可选范围内，可选：project、basis',
    ],
    [
      'two places',
      `${HEAD}sections: [{ title: 甲, paragraphs: [乙], after: basis, before: basis }]`,
      'sections.0 只能写 before、after 中的一个',
    ],
    ['no paragraphs', `${HEAD}sections: [{ title: 甲, paragraphs: [] }]`, '不能为空'],
    ['nine signatures', `${HEAD}signatures: [a, b, c, d, e, f, g, h, i]`, '超过上限 8'],
    ['one language', `${HEAD}header: { zh: 甲 }`, 'header'],
    ['logo elsewhere', `${HEAD}logo: { file: ../../etc/passwd.png }`, 'logo.file 的值'],
    ['svg logo', `${HEAD}logo: { file: logo.svg }`, 'logo.file 的值“logo.svg”'],
    ['syntax', `${HEAD}hide: [`, '有语法错误'],
  ])('%s: says what and where', async (_name, text, said) => {
    const words = await refusal(text);
    expect(words).toContain('报告模板 t.yaml');
    expect(words).toContain(said);
    expect(words).toMatch(/第 \d+ 行第 \d+ 列/);
  });

  it('in another encoding is refused', async () => {
    const gbk = new Uint8Array([0xb9, 0xfe, 0xcd, 0xc1]);
    await expect(openTemplate(gbk, 't.yaml', beside)).rejects.toThrow(/template-text/);
  });
});

describe('a logo', () => {
  const withLogo = `${HEAD}logo: { file: l.png }`;
  const giving = (bytes: Uint8Array) => async () => bytes;

  it('that is not there, is no PNG, is damaged or too large is refused', async () => {
    expect(await refusal(withLogo)).toContain('标志 l.png 不能使用：文件不在模板旁边');
    const svg = new TextEncoder().encode('<svg onload="alert(1)"/>');
    expect(await refusal(withLogo, giving(svg))).toContain('不是 PNG 图片');
    const flipped = LOGO.slice();
    flipped[flipped.length >> 1]! ^= 1;
    expect(await refusal(withLogo, giving(flipped))).toContain('已损坏');
    expect(await refusal(withLogo, giving(LOGO.subarray(0, 900)))).toContain('已损坏');
    const long = new Uint8Array(600 * 1024);
    long.set(LOGO);
    expect(await refusal(withLogo, giving(long))).toContain('超过 512 KB');
  });

  it('loses what its maker wrote beside the picture', async () => {
    // a tEXt chunk with its CRC (of python3 -c 'import zlib; print(hex(zlib.crc32(b"tEXtA\0secret")))')
    const text = new TextEncoder().encode('tEXtA\0secret');
    const chunk = new Uint8Array(text.length + 8);
    new DataView(chunk.buffer).setUint32(0, text.length - 4);
    chunk.set(text, 4);
    new DataView(chunk.buffer).setUint32(text.length + 4, 0xf45d1619);
    const at = 8 + 25; // after the signature and IHDR
    const bytes = new Uint8Array([...LOGO.subarray(0, at), ...chunk, ...LOGO.subarray(at)]);
    const { logo } = await open(withLogo, giving(bytes));
    expect(logo!.png).toEqual((await open(withLogo, giving(LOGO))).logo!.png);
  });
});
