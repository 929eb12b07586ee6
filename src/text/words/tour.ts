import type { Text } from '../text.ts';

/** The tour through the sample, loaded with it: a heading and a sentence or two for each step. */
export const TOUR_STEP_WORDS: readonly { readonly title: Text; readonly body: Text }[] = [
  {
    title: { zh: '地图', en: 'The map' },
    body: {
      zh: '粗线框是项目用地，蓝色网格是它占用控制线的部分，编号与表格、报告一致。把您的文件拖到窗口任意处，就换成您的项目。',
      en: 'The heavy outline is the site, the blue mesh what it takes from control lines; the numbers are those of table and report. Drop your own file anywhere to take its place.',
    },
  },
  {
    title: { zh: '图层', en: 'Layers' },
    body: {
      zh: '三条控制线和相关图层。图例就是图上的样子；紫色文字说明某个图层为什么没能核查。',
      en: 'The three control lines and companions, with the very symbols of the map. Violet words say why a layer could not be checked.',
    },
  },
  {
    title: { zh: '结论', en: 'The verdict' },
    body: {
      zh: '最重的一条决定总的结论。有图层没查到时，这里只写“未核查完整”。',
      en: 'The gravest finding gives the verdict. While a layer was not looked at, it says “not fully checked” and nothing else.',
    },
  },
  {
    title: { zh: '每条控制线一张卡片', en: 'A card for each line' },
    body: {
      zh: '面积、比例和要做的事；“条款原文”和“判定路径”说明依据。卡片里的问题由您回答，“不清楚”不当作“否”。',
      en: 'Area, share and what follows; clause and decision path give the grounds. Questions are yours to answer; “not known” is never read as no.',
    },
  },
  {
    title: { zh: '占用图斑', en: 'Occupied parcels' },
    body: {
      zh: '与地图同一套编号。选中一行，图上同一块加双线；回车定位，Ctrl+C 复制到表格软件。',
      en: 'The same numbers as on the map. Select a row and its piece is outlined; Enter goes there, Ctrl+C copies to a spreadsheet.',
    },
  },
  {
    title: { zh: '下一步', en: 'Next step' },
    body: {
      zh: '这里总是写着下一步该做什么。“?”随时打开帮助和快捷键。',
      en: 'What to do next always stands here. Press ? for help and keys at any time.',
    },
  },
];

export const TOUR_WORDS = {
  of: { zh: '{i} / {n}', en: '{i} / {n}' },
  back: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  done: { zh: '完成', en: 'Done' },
  skip: { zh: '跳过', en: 'Skip' },
} as const satisfies Record<string, Text>;
