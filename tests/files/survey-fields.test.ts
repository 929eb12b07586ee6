import { describe, expect, it } from 'vitest';
import type { RawProject } from '../../src/files/formats/format.ts';
import { surveyTxt } from '../../src/files/formats/survey-txt.ts';
import { openProjects } from '../../src/files/open-project.ts';

const HEAD = '[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=35\n';
const POINTS = 'J1,1,4145100,35594000\nJ2,1,4145100,35594100\nJ3,1,4145000,35594100\n';

function read(text: string): RawProject {
  const bytes = new TextEncoder().encode(text);
  return surveyTxt.read(bytes, { name: 'a.txt', beside: [], answers: {} }) as RawProject;
}

describe('heads of survey files', () => {
  it('keep the five fields of 土地整治 by name', () => {
    const [parcel] = read(
      `${HEAD}[地块坐标]\n3,0.5,1,甲,面,J48G062066,工业,0601,水田,旱地,10,8,说明,@\n${POINTS}`,
    ).parcels;
    expect(parcel).toMatchObject({ id: '1', name: '甲', purpose: '工业', shape: 'area' });
    expect(parcel!.attributes).toEqual({
      图幅号: 'J48G062066',
      地块用途: '工业',
      地类编码: '0601',
      图斑类型: '水田',
      地类: '旱地',
      改造前等别: '10',
      改造后等别: '8',
      备注: '说明',
    });
  });

  it('keep any other number of fields by place, and drop none', () => {
    const [parcel] = read(`${HEAD}[地块坐标]\n3,0.5,1,甲,面,,,,a,,c,@\n${POINTS}`).parcels;
    expect(parcel!.attributes).toEqual({ 附加字段1: 'a', 附加字段3: 'c' });
  });

  it('tell lines and points from areas', () => {
    const { parcels } = read(
      `${HEAD}[地块坐标]\n3,,1,路,线,,,,@\n${POINTS}1,,2,塔,点,,,,@\nT1,1,4145000,35594000\n`,
    );
    expect(parcels.map(({ shape, declaredArea }) => [shape, declaredArea])).toEqual([
      ['line', null],
      ['point', null],
    ]);
  });

  it('leave a head without @ and with seven fields to the points, as an error', () => {
    expect(() => read(`${HEAD}[地块坐标]\n3,0.5,1,甲,面,,工业\n${POINTS}`)).toThrow(
      'err-survey-line',
    );
  });
});

describe('blocks of several projects', () => {
  const text =
    `${HEAD}[项目信息]\n项目编号=A\n项目名称=甲项目\n[地块坐标]\n3,0.5,1,甲,面,,,,@\n${POINTS}` +
    `[项目信息]\n项目编号=B\n项目名称=乙项目\n[地块坐标]\n3,0.5,1,乙,面,,,,@\n${POINTS.replaceAll('5100', '5300')}`;
  const input = { name: 'a.txt', bytes: new TextEncoder().encode(text) };

  it('are one project, and the names that tell them apart are offered', async () => {
    const { projects, fields } = await openProjects(input);
    expect(projects.map(({ name, id }) => [name, id.slice(-2)])).toEqual([['a', '-1']]);
    expect(fields).toContainEqual({ name: '项目名称', values: 2, examples: ['甲项目', '乙项目'] });
  });

  it('are two projects by name', async () => {
    const { projects } = await openProjects(input, { answers: { nameField: '项目名称' } });
    expect(projects.map(({ name, parcels }) => [name, parcels[0]!.name])).toEqual([
      ['甲项目', '甲'],
      ['乙项目', '乙'],
    ]);
  });

  it('of one project keep its name and number', async () => {
    const one = {
      ...input,
      bytes: new TextEncoder().encode(text.replace('=B', '=A').replace('乙项目', '甲项目')),
    };
    const { projects } = await openProjects(one);
    expect(projects.map(({ name, id }) => [name, id])).toEqual([['甲项目', 'A']]);
  });
});
