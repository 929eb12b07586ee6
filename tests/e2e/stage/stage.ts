import '../../../src/app/sanxian-app.ts';
import packText from '../../../data/policy/nx-2023-63.yaml?raw';
import type { CheckJobs } from '../../../src/app/check-client.ts';
import type { LiveWorkerLike } from '../../../src/app/drawing/live-client.ts';
import type { FindWorkerLike } from '../../../src/app/find-client.ts';
import type { FindAnswer } from '../../../src/app/find-protocol.ts';
import { wakeAll } from '../../../src/app/later/wake.ts';
import type { MapPortEvents } from '../../../src/app/map-port.ts';
import { SpokenError } from '../../../src/app/spoken-error.ts';
import type { MapSides } from '../../../src/app/tools/swipe-maps.ts';
import type { ImportQuestion } from '../../../src/domain/import-answers.ts';
import type { MeasuredLine } from '../../../src/domain/progress.ts';
import type { CrsCandidate } from '../../../src/domain/project.ts';
import type { CheckReport } from '../../../src/domain/report.ts';
import type { BBox, Position } from '../../../src/geometry/shapes.ts';
import type { Sketch } from '../../../src/map/tool-sketch.ts';
import { loadPack } from '../../../src/policy/load-pack.ts';
import { htmlDocument } from '../../../src/report/html/document.ts';
import type { Text } from '../../../src/text/text.ts';
import { APPROXIMATE, BORDERING } from '../../components/fixtures/bordering.ts';
import { CATALOG } from '../../components/fixtures/catalog.ts';
import { CONFLICT } from '../../components/fixtures/conflict.ts';
import {
  CHECKED,
  PLOT_1,
  PROHIBITED,
  PROJECT,
  UNDETERMINED,
} from '../../components/fixtures/site.ts';
import { stagedReview } from './staged-review.ts';

/** Puts the workspace into a named state with a job that answers from fixtures: `?state=checked`. */
const options = new URLSearchParams(location.search);
const wanted = options.get('state') ?? 'checked';

/** With `map=failed` there is none, as on a machine without WebGL. With `map=1` the real map is seated, over the demonstration layers. */
const withMap = options.get('map') === '1';

/** With `map=told` a map is seated that draws nothing; what it was told stands in `stageTold`. */
export interface StageTold {
  events: MapPortEvents | null;
  readonly seats: string[];
  readonly retried: string[];
  readonly checkedWith: string[];
  /** Files that were to be read, with what stands in them. */
  readonly opened: { readonly name: string; readonly text: string }[];
  readonly layers: [id: string, visible: boolean, opacity: number][];
  readonly orders: (readonly (readonly string[])[])[];
  readonly counted: (readonly string[])[];
  readonly found: (BBox | null)[];
  readonly fitted: BBox[];
  readonly moved: [center: Position, zoom: number][];
  readonly sketched: (Sketch | null)[];
  readonly compared: (MapSides | null)[];
}
/** The worker that looks up codes, in the hand of the test; with `map=1` the real one runs. */
export interface StageFinder {
  /** Of the last search. */
  id: number;
  layers: readonly string[];
  tell(answer: unknown): void;
  die(): void;
}
declare global {
  interface Window {
    stageTold: StageTold;
    stageFinder: StageFinder;
  }
}
window.stageTold = {
  events: null,
  seats: [],
  retried: [],
  checkedWith: [],
  opened: [],
  layers: [],
  orders: [],
  counted: [],
  found: [],
  fitted: [],
  moved: [],
  sketched: [],
  compared: [],
};

const REPORTS: Record<string, CheckReport> = {
  undetermined: UNDETERMINED,
  prohibited: PROHIBITED,
  conflict: CONFLICT,
  bordering: BORDERING,
  approximate: APPROXIMATE,
};

const CANDIDATES: CrsCandidate[] = [
  {
    epsg: 4544,
    title: { zh: '3° 带 35，中央经线 105°', en: '3° zone 35, central meridian 105°' },
    reason: {
      zh: '东坐标 594 000 在宁夏境内合理；落在红寺堡区柳泉乡。',
      en: 'Easting 594 000 is plausible in Ningxia; it falls in Liuquan, Hongsibu.',
    },
    likely: true,
    bbox: [106.062, 37.4333, 106.0665, 37.436],
    outline: PLOT_1,
  },
  {
    epsg: 4545,
    title: { zh: '3° 带 36，中央经线 108°', en: '3° zone 36, central meridian 108°' },
    reason: {
      zh: '落在陕西省靖边县附近，超出全部图层覆盖范围。',
      en: 'Falls near Jingbian, Shaanxi, outside all layers.',
    },
    likely: false,
    bbox: [109.062, 37.4333, 109.0665, 37.436],
    outline: PLOT_1,
  },
];

const FIELDS = [
  { name: 'XMMC', values: 2, examples: ['供水工程', '泵站'] },
  { name: '乡镇', values: 14, examples: ['柳泉乡', '大河乡', '新庄集乡'] },
];

/** What files ask, by the state's name. */
const ASKS: Record<string, { ask: ImportQuestion; lead: Text }> = {
  layers: {
    ask: {
      kind: 'layers',
      layers: [
        { name: 'JZD_红线', areas: 2, lines: 0, points: 0 },
        { name: '道路中心线', areas: 0, lines: 17, points: 0 },
        { name: 'TK', areas: 1, lines: 4, points: 0 },
        { name: '0', areas: 0, lines: 3, points: 128 },
      ],
    },
    lead: { zh: '总平面.dxf 有 4 个图层。', en: '总平面.dxf has 4 layers.' },
  },
  outline: {
    ask: { kind: 'outline', lines: 2, points: 0 },
    lead: { zh: '', en: '' },
  },
  datum: {
    ask: { kind: 'datum', datum: 'xian80', epsg: 2361 },
    lead: {
      zh: '文件写明坐标系为 EPSG:2361。',
      en: 'The file names EPSG:2361.',
    },
  },
};

const NOTE = { zh: '含 1 个孔洞，已扣除。', en: 'One hole, taken off.' };

/** A line occupied in part, one that nothing was met of, one that was not looked at everywhere. */
const MEASURED: readonly MeasuredLine[] = [
  {
    ...{ kind: 'permanent-basic-farmland', state: 'overlap', isWhole: true },
    ...{ coverageShare: 1, uncoveredM2: 0, areaM2: 8250, shareOfProject: 0.072385 },
    ...{ siteM2: 113_975, zones: [] },
  },
  {
    ...{ kind: 'ecological-red-line', state: 'clear', isWhole: true },
    ...{ coverageShare: 1, uncoveredM2: 0, areaM2: 0, shareOfProject: 0 },
    ...{ siteM2: 113_975, zones: [] },
  },
  {
    ...{ kind: 'urban-development-boundary', state: 'overlap', isWhole: false },
    ...{ coverageShare: 0.9, uncoveredM2: 11_397.5, areaM2: 62_140, shareOfProject: 0.545207 },
    ...{ siteM2: 113_975 },
    zones: [
      { id: 'concentrated', areaM2: 62_140 },
      { id: 'outside', areaM2: 40_437.5 },
      { id: 'not-covered', areaM2: 11_397.5 },
    ],
  },
];

const jobs: CheckJobs = {
  async open({ answers, file }) {
    const text = new TextDecoder().decode(file.bytes);
    window.stageTold.opened.push({ name: file.name, text });
    if (wanted === 'crs' && answers.crs === undefined) {
      throw new SpokenError(
        'crs-unknown',
        {},
        { kind: 'crs', candidates: CANDIDATES },
        {
          zh: '文件没有写带号。首点 X 4 145 300.000，Y 594 000.000。',
          en: 'The file names no zone. First point X 4 145 300.000, Y 594 000.000.',
        },
      );
    }
    const said = ASKS[wanted];
    if (said && Object.keys(answers).length === 0) {
      throw new SpokenError('asked', {}, said.ask, said.lead);
    }
    if (wanted === 'pins') {
      throw new SpokenError(
        'err-selfcross',
        {},
        { defects: [{ at: [106.063, 37.434] }, { at: [106.065, 37.435] }] },
        {
          zh: '地块“地块1”第 1 圈自相交，无法唯一修复，请在图上标记处修改。',
          en: 'Ring 1 of plot “1” crosses itself and has no single repair; edit it at the mark.',
        },
      );
    }
    if (wanted === 'several' && file.name.startsWith('3')) {
      throw new SpokenError('err-dwg', {}, null, {
        zh: '不能直接读取 DWG，请在 CAD 中另存为 DXF（R2000 文本）。',
        en: 'DWG cannot be read; save it as DXF (R2000 text).',
      });
    }
    if (wanted === 'refused') {
      throw new SpokenError('err-empty', {}, null, {
        zh: '文件中没有面状地块。若是线路，请给出宽度。',
        en: 'No area in this file. For a route, give its width.',
      });
    }
    return { projects: [PROJECT], noteTexts: [PROJECT.notes.map(() => NOTE)], fields: FIELDS };
  },
  async check({ claim, catalogUrl }, onProgress) {
    window.stageTold.checkedWith.push(catalogUrl);
    onProgress({
      step: 'layer',
      kind: 'urban-development-boundary',
      layer: 'urban-development-boundary',
      index: 2,
      total: 9,
    });
    if (wanted === 'measuring') for (const line of MEASURED) onProgress({ step: 'measured', line });
    if (wanted === 'stale' && app.report) {
      throw new SpokenError('layer-missing', {}, null, {
        zh: '图层文件 ecological-red-line.fgb 读取中断。',
        en: 'Reading of ecological-red-line.fgb broke off.',
      });
    }
    if (wanted === 'running' || wanted === 'measuring') return new Promise(() => {});
    const report = REPORTS[wanted] ?? CHECKED;
    return { ...report, project: { ...report.project, claim } };
  },
  async pack() {
    return loadPack(packText, 'nx-2023-63.yaml');
  },
  async export(report, format, lang, { grey = false, house = null } = {}) {
    const text = format === 'html' ? htmlDocument(report, lang, { grey, house }) : '';
    const bytes = new TextEncoder().encode(text);
    return { fileName: `a.${format}`, mediaType: 'text/plain', bytes };
  },
};

/** What `other/catalog.json` lists. */
const SMALLER = { ...CATALOG, layers: CATALOG.layers.slice(0, 2) };

/** With `areas=1` the counties are a layer, too. */
const AREAS = { ...CATALOG.layers[0]!, id: 'counties', kind: 'administrative-area' } as const;
const WITH_AREAS = { ...CATALOG, layers: [...CATALOG.layers, AREAS] };
const listed = options.get('areas') === '1' ? WITH_AREAS : CATALOG;

const realFetch = window.fetch;
window.fetch = async (input, init) => {
  if (!withMap && String(input).endsWith('catalog.json'))
    return new Response(JSON.stringify(String(input).includes('other/') ? SMALLER : listed));
  if (String(input).endsWith('sample.txt')) return new Response('sample');
  return realFetch(input, init);
};

const app = document.createElement('sanxian-app');
app.catalog = withMap ? '/layers/catalog.json' : 'catalog.json';
if (!withMap) app.makeMap = null;
if (options.get('map') === 'failed') {
  app.makeMap = () =>
    Promise.reject(Object.assign(new Error('no WebGL2'), { name: 'MapUnavailable' }));
}
if (options.get('map') === 'told') {
  app.makeMap = async ({ catalogUrl, events }) => {
    window.stageTold.seats.push(catalogUrl);
    window.stageTold.events = events;
    const silent = () => {};
    return {
      showProject: silent,
      showReport: silent,
      showCandidates: silent,
      showPins: silent,
      showUncovered: silent,
      retryLayer: (id) => window.stageTold.retried.push(id),
      setLayer: (...told) => window.stageTold.layers.push(told),
      setOrder: (orders) => window.stageTold.orders.push(orders),
      countView: (layers) => window.stageTold.counted.push(layers),
      showFound: (bbox) => window.stageTold.found.push(bbox),
      highlight: silent,
      showDrawing: silent,
      openHands: async () => silent,
      view: () => ({ bbox: [106, 37, 107, 38], center: [106.5, 37.5], zoom: 12, metresPerPx: 20 }),
      toScreen: () => ({ x: 300, y: 400 }),
      drawnAt: () => [],
      moveTo: (...told) => window.stageTold.moved.push(told),
      showSketch: (sketch) => window.stageTold.sketched.push(sketch),
      compare: (sides) => window.stageTold.compared.push(sides),
      setDivider: silent,
      select: silent,
      fitTo: (bbox) => window.stageTold.fitted.push(bbox),
      zoomBy: silent,
      themeChanged: silent,
      openBase: async () => {},
      clearBase: silent,
      setForPrint: silent,
      setSparing: silent,
      setZone: silent,
      setLabel: silent,
      setLanguage: silent,
      resize: silent,
      destroy: silent,
    };
  };
}
app.jobs = jobs;
if (!withMap) app.startFinder = stagedFinder;
if (!withMap) app.startLive = stagedLive;
if (!withMap) app.startReview = stagedReview;
app.lang = options.get('lang') === 'en' ? 'en' : 'zh';
app.wholePage = options.get('part') !== '1';
app.permalink = options.get('permalink') === '1';
app.theme = (options.get('theme') ?? 'light') as typeof app.theme;
if (wanted === 'first') app.sample = 'sample.txt';
document.body.append(app);

await app.ready;
if (!['first', 'empty', 'batch'].includes(wanted)) {
  const transfer = new DataTransfer();
  transfer.items.add(new File(['x'], '供水工程_勘界.txt'));
  if (wanted === 'several') {
    transfer.items.add(new File(['x'], '2-变电站.geojson'));
    transfer.items.add(new File(['x'], '3-总平面.dwg'));
  }
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
  await settled();
}
const say = (name: string, detail: unknown) => app.dispatchEvent(new CustomEvent(name, { detail }));
if (options.get('paste') === '1') {
  app.dispatchEvent(new CustomEvent('sanxian-paste-open'));
}
if (wanted === 'project') say('sanxian-step', { step: 'project' });
if (wanted === 'report') say('sanxian-step', { step: 'report' });
if (wanted === 'review') {
  say('sanxian-mode', { mode: 'review' });
  const tab = options.get('tab');
  if (tab) say('sanxian-review-tab', { tab });
  const asked = options.get('at');
  if (asked) {
    await app.updateComplete;
    const [lon, lat] = asked.split(',').map(Number);
    window.stageTold.events?.onClick(null, [lon!, lat!]);
  }
}
if (wanted === 'batch') say('sanxian-mode', { mode: 'batch' });
if (wanted === 'stale') await app.check().catch(() => {});
await app.updateComplete;
if (wanted === 'opened') await openEverything();
document.body.dataset.staged = wanted;

function stagedFinder(): FindWorkerLike {
  const worker: FindWorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      if (message.type !== 'find') return;
      const layers = message.layers.map(({ id }) => id);
      window.stageFinder = {
        id: message.id,
        layers,
        tell: (answer) => worker.onmessage?.({ data: answer as FindAnswer }),
        die: () => worker.onerror?.({}),
      };
    },
    terminate: () => {},
  };
  return worker;
}

/** Until the dropped file has its report, a while longer; some states never have one. */
async function settled(): Promise<void> {
  const endless = [
    'running',
    'measuring',
    'crs',
    'refused',
    'several',
    'pins',
    ...Object.keys(ASKS),
  ];
  const waits = endless.includes(wanted) ? 2 : 100;
  for (let i = 0; i < waits && !app.report; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** A clause, a procedure, a path, a companion row and a layer: everything that opens in place. */
async function openEverything(): Promise<void> {
  await wakeAll();
  await app.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const within = (root: ParentNode, tag: string) =>
    [...root.querySelectorAll(tag)].map((one) => one.shadowRoot!);
  const panel = within(app.shadowRoot!, 'sanxian-findings-panel')[0]!;
  const cards = [...within(panel, 'sanxian-line-card'), ...within(panel, 'sanxian-urban-card')];
  cards.forEach((card, place) => {
    card.querySelectorAll<HTMLElement>('.actions button')[place]?.click();
  });
  for (const row of within(panel, 'sanxian-companion-rows')[0]!.querySelectorAll('details')) {
    row.open = true;
  }
  within(panel, 'sanxian-facts-line')[0]!.querySelector('details')!.open = true;
  const layers = within(app.shadowRoot!, 'sanxian-layer-panel')[0]!;
  layers.querySelectorAll<HTMLElement>('button.name')[2]!.click();
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Measures nothing: answers every look with the same lines, one of each state. */
function stagedLive(): LiveWorkerLike {
  const none = { areaM2: null, uncoveredM2: 0, outsideM2: null };
  const worker: LiveWorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      if (message.type !== 'look') return;
      const lines = [
        { kind: 'permanent-basic-farmland', state: 'measured', ...none, areaM2: 8250 },
        { kind: 'ecological-red-line', state: 'not-covered', ...none },
        {
          kind: 'urban-development-boundary',
          state: 'measured',
          areaM2: 12_345,
          uncoveredM2: 420,
          outsideM2: 6789,
        },
        { kind: 'urban-green-line', state: 'below-threshold', ...none, areaM2: 0.42 },
      ] as const;
      const looked = { siteM2: 1e9, pieces: [], piecesLeftOut: 0, tookMs: 1 };
      setTimeout(() => {
        worker.onmessage?.({ data: { type: 'looked', id: message.id, lines, ...looked } });
      });
    },
    terminate() {},
  };
  return worker;
}
