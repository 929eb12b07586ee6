import proj4 from 'proj4';
import type { LayerKind } from '../../src/domain/kinds.ts';
import { KINDS } from '../../src/domain/kinds.ts';
import {
  type CheckReport,
  checkReportSchema,
  type Finding,
  type ReportLayer,
  type ReportLine,
  type ReportOverlap,
} from '../../src/domain/report.ts';

/**
 * A realistic report: two parcels near Hongsibu drawn in the plane of EPSG:4523 (worked example of the
 * survey format: 400 m x 300 m with a 100 m hole, and a triangle), three farmland pieces, two red-line
 * pieces, a site across the urban boundary, a sliver on a yellow line, a near miss of a green line and
 * optional layers that were not loaded. Areas are plane areas shortened by one made-up factor; they are
 * consistent among themselves, which is all that printing needs.
 */
const GK35 =
  '+proj=tmerc +lat_0=0 +lon_0=105 +k=1 +x_0=35500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const TO_ELLIPSOID = 0.99978;
type XY = readonly [number, number];

/** Plane ring (east, north) to lon/lat, 9 decimals, closed. */
export function ringOf(points: readonly XY[]): [number, number][] {
  const ring = points.map(([x, y]) => {
    const [lon, lat] = proj4(GK35, 'WGS84', [x, y]);
    return [Number(lon!.toFixed(9)), Number(lat!.toFixed(9))] as [number, number];
  });
  return [...ring, ring[0]!];
}

const E = 35_594_000;
const N = 4_145_000;
const box = (x1: number, y1: number, x2: number, y2: number): XY[] => [
  [E + x1, N + y2],
  [E + x2, N + y2],
  [E + x2, N + y1],
  [E + x1, N + y1],
];
const polygonOf = (...rings: (readonly XY[])[]) => ({
  type: 'MultiPolygon' as const,
  coordinates: [rings.map(ringOf)],
});
const ellipsoidal = (planeM2: number): number => Math.round(planeM2 * TO_ELLIPSOID * 100) / 100;

const HASH = (letter: string): string => letter.repeat(64);
const both = (zh: string, en = zh) => ({ zh, en });

function overlap(
  featureId: string,
  planeM2: number,
  geometry: ReportOverlap['geometry'],
  rest: Partial<ReportOverlap> = {},
): ReportOverlap {
  return {
    featureId,
    zone: null,
    parcel: '1',
    areaM2: ellipsoidal(planeM2),
    netAreaM2: null,
    shareOfFeature: 0.42,
    widthM: 27.5,
    class: 'occupied',
    belowThreshold: false,
    feature: {
      name: null,
      landClass: null,
      owner: null,
      place: null,
      quality: null,
      county: null,
    },
    attributes: { BSM: featureId },
    geometry,
    ...rest,
  };
}

const SITE_PLANE = 110_000 + 4_000;
export const SITE_M2 = ellipsoidal(SITE_PLANE);

function layer(kind: LayerKind, rest: Partial<ReportLayer> = {}): ReportLayer {
  return {
    id: kind,
    kind,
    title: KINDS[kind].title,
    file: `${kind}.fgb`,
    sha256: HASH('abcdef0123456789'.charAt(Object.keys(KINDS).indexOf(kind) % 16)),
    integrity: 'full',
    edition: '2025-12',
    owner: '示例单位（虚构数据）',
    approval: null,
    crs: 'EPSG:4490',
    security: 'internal',
    accuracyM: 0.5,
    features: 18_204,
    state: 'clear',
    reason: null,
    coverageShare: 1,
    areaM2: 0,
    shareOfProject: 0,
    hits: 0,
    nearestM: null,
    nearestBeyondM: 20_000,
    overlaps: [],
    belowThreshold: { count: 0, areaM2: 0 },
    touches: 0,
    ...rest,
  };
}

function line(kind: LayerKind, rest: Partial<ReportLine> = {}): ReportLine {
  return {
    kind,
    title: KINDS[kind].title,
    required: true,
    state: 'clear',
    reason: null,
    coverageShare: 1,
    areaM2: 0,
    shareOfProject: 0,
    hits: 0,
    nearestM: null,
    nearestBeyondM: 20_000,
    verdict: 'clear',
    zones: [],
    stability: { state: 'stable', flipsAtM: null },
    ...rest,
  };
}

function finding(rest: Partial<Finding> & Pick<Finding, 'rule' | 'verdict' | 'text'>): Finding {
  return {
    line: null,
    zone: null,
    parcels: ['1'],
    areaM2: null,
    duties: [],
    procedure: [],
    attachments: [],
    missing: [],
    path: [],
    citations: [],
    ...rest,
  };
}

const D1 = { document: '关于优化国土空间开发保护格局的实施意见', number: '宁党办〔2023〕63号' };
const D2 = { document: '关于加强生态保护红线管理的实施意见', number: '宁党办〔2023〕63号' };
const share = (areaM2: number): number => Math.round((areaM2 / SITE_M2) * 1e6) / 1e6;

const FARM = [
  overlap('640303203000000187', 2_750, polygonOf(box(5, 5, 115, 30)), {
    netAreaM2: 2_501.33,
    widthM: 25,
    feature: {
      name: null,
      landClass: '水浇地',
      owner: '红柳村集体（示例）',
      place: '红柳村',
      quality: '9',
      county: '640303',
    },
  }),
  overlap('640303203000000188', 3_000, polygonOf(box(115, 0, 215, 30)), {
    netAreaM2: 2_733.17,
    feature: {
      name: null,
      landClass: '旱地',
      owner: '红柳村集体（示例）',
      place: '红柳村',
      quality: '10',
      county: '640303',
    },
  }),
  overlap('640303203000000189', 2_501, polygonOf(box(215, 0, 298, 30.13)), {
    netAreaM2: 2_255.01,
    feature: {
      name: null,
      landClass: '水浇地',
      owner: '滨河村集体（示例）',
      place: '滨河村',
      quality: '9',
      county: '640303',
    },
  }),
];
const ECO = [
  overlap('640303205000000011', 2_000, polygonOf(box(360, 200, 400, 250)), {
    zone: 'outside-core',
    feature: {
      name: '罗山水源涵养（示意）',
      landClass: null,
      owner: null,
      place: null,
      quality: null,
      county: null,
    },
  }),
  overlap('640303205000000012', 1_521, polygonOf(box(361, 40, 400, 79)), {
    zone: 'outside-core',
    feature: {
      name: '罗山水源涵养（示意）',
      landClass: null,
      owner: null,
      place: null,
      quality: null,
      county: null,
    },
  }),
];
const sum = (overlaps: readonly ReportOverlap[]): number =>
  Math.round(overlaps.reduce((total, one) => total + one.areaM2, 0) * 100) / 100;
const FARM_M2 = sum(FARM);
const ECO_M2 = sum(ECO);
const CONCENTRATED = ellipsoidal(51_020.337);
const FLEXIBLE = ellipsoidal(11_120.111);
const OUTSIDE = Math.round((SITE_M2 - CONCENTRATED - FLEXIBLE) * 100) / 100;
const INSIDE = Math.round((CONCENTRATED + FLEXIBLE) * 100) / 100;

/** The whole report; `change` may edit a deep copy before it is validated. */
export function fixtureReport(change: (report: CheckReport) => void = () => {}): CheckReport {
  const report = structuredClone(BASE);
  change(report);
  return checkReportSchema.parse(report);
}

const BASE: CheckReport = {
  schema: 'sanxian/check-report@1',
  tool: { name: 'sanxian', version: '0.1.0' },
  createdAt: '2026-11-21T08:00:00Z',
  number: 'KZX-DEMO-20261121-001',
  policies: [
    {
      id: 'nx-2023-63',
      title: both(
        '宁夏回族自治区 控制线选址核查规则（据宁党办〔2023〕63号）',
        'Ningxia siting rules',
      ),
      sha256: HASH('9'),
    },
  ],
  catalog: { title: both('宁夏示例图层', 'Ningxia demo layers'), synthetic: true },
  parameters: {
    thresholdM2: 1,
    accuracyM: null,
    densifyM: 70,
    areaMethod: 'cgcs2000-ellipsoid',
    geometry: 'full',
  },
  project: {
    id: '4f1c2b9a7d10-1',
    name: '红寺堡产业园供水工程',
    code: null,
    applicant: '示例单位（虚构数据）',
    location: [{ code: '640303', name: '红寺堡区' }],
    purpose: '工业用地',
    source: { file: '红寺堡 供水.txt', sha256: HASH('1') },
    crs: {
      epsg: 4523,
      how: 'declared',
      detail: both('带号 35，中央经线 105°', 'zone 35, central meridian 105°'),
      shift: null,
    },
    parcels: [
      {
        id: '1',
        name: '地块1',
        areaM2: ellipsoidal(110_000),
        planeAreaM2: 110_000,
        declaredAreaM2: 110_000,
        vertices: 8,
        verdict: 'manual-review',
        geometry: polygonOf(box(0, 0, 400, 300), box(100, 100, 200, 200)),
      },
      {
        id: '2',
        name: '地块2',
        areaM2: ellipsoidal(4_000),
        planeAreaM2: 4_000,
        declaredAreaM2: 4_000,
        vertices: 3,
        verdict: 'permit-mode',
        geometry: polygonOf([
          [E + 20, N - 50],
          [E + 120, N - 50],
          [E + 70, N - 130],
        ]),
      },
    ],
    areaM2: SITE_M2,
    planeAreaM2: SITE_PLANE,
    declaredAreaM2: 114_000,
    bbox: [106.0620847, 37.4310019, 106.0666389, 37.4348409],
    claim: { sector: '水利', stage: '规划选址' },
    notes: [
      {
        code: 'ring-is-hole',
        severity: 'info',
        params: { ring: 2 },
        text: both('第 2 圈识别为孔洞。', 'Ring 2 is a hole.'),
      },
    ],
  },
  lines: [
    line('permanent-basic-farmland', {
      state: 'overlap',
      areaM2: FARM_M2,
      shareOfProject: share(FARM_M2),
      hits: 3,
      nearestM: 0,
      nearestBeyondM: null,
      verdict: 'manual-review',
    }),
    line('cultivated-land', {
      required: false,
      nearestM: 212.4,
      nearestBeyondM: null,
    }),
    line('ecological-red-line', {
      state: 'overlap',
      areaM2: ECO_M2,
      shareOfProject: share(ECO_M2),
      hits: 2,
      nearestM: 0,
      nearestBeyondM: null,
      verdict: 'conditional',
      zones: [
        {
          id: 'outside-core',
          title: both('核心保护区外', 'Outside core protection zones'),
          areaM2: ECO_M2,
          hits: 2,
          parcels: ['1'],
        },
      ],
    }),
    line('nature-reserve-core'),
    line('urban-development-boundary', {
      state: 'overlap',
      areaM2: INSIDE,
      shareOfProject: share(INSIDE),
      hits: 2,
      nearestM: 0,
      nearestBeyondM: null,
      verdict: 'manual-review',
      zones: [
        {
          id: 'concentrated',
          title: both('边界内·集中建设区', 'Inside · concentrated construction zone'),
          areaM2: CONCENTRATED,
          hits: 1,
          parcels: ['1'],
        },
        {
          id: 'flexible',
          title: both('边界内·弹性发展区', 'Inside · flexible development zone'),
          areaM2: FLEXIBLE,
          hits: 1,
          parcels: ['1'],
        },
        {
          id: 'outside',
          title: both('边界外', 'Outside the boundary'),
          areaM2: OUTSIDE,
          hits: 0,
          parcels: ['1', '2'],
        },
      ],
      stability: { state: 'marginal', flipsAtM: 0.35 },
    }),
    line('urban-green-line', { required: false, nearestM: 12.4, nearestBeyondM: null }),
    line('urban-blue-line', {
      required: false,
      state: 'touch',
      nearestM: 0,
      nearestBeyondM: null,
      stability: { state: 'marginal', flipsAtM: 0 },
    }),
    line('urban-yellow-line', {
      required: false,
      state: 'below-threshold',
      areaM2: 0.3,
      shareOfProject: 0.000003,
      hits: 1,
      nearestM: 0,
      nearestBeyondM: null,
    }),
  ],
  layers: [
    layer('permanent-basic-farmland', {
      state: 'overlap',
      areaM2: FARM_M2,
      shareOfProject: share(FARM_M2),
      hits: 3,
      nearestM: 0,
      nearestBeyondM: null,
      overlaps: FARM,
    }),
    layer('cultivated-land', { nearestM: 212.4, nearestBeyondM: null }),
    layer('ecological-red-line', {
      features: 42,
      state: 'overlap',
      areaM2: ECO_M2,
      shareOfProject: share(ECO_M2),
      hits: 2,
      nearestM: 0,
      nearestBeyondM: null,
      overlaps: ECO,
    }),
    layer('nature-reserve-core', { features: 12 }),
    layer('urban-development-boundary', {
      features: 31,
      state: 'overlap',
      areaM2: INSIDE,
      shareOfProject: share(INSIDE),
      hits: 2,
      nearestM: 0,
      nearestBeyondM: null,
      overlaps: [
        overlap('640303204000000001', 51_020.337, polygonOf(box(0, 145, 260, 300)), {
          zone: 'concentrated',
          areaM2: CONCENTRATED,
        }),
        overlap('640303204000000002', 11_120.111, polygonOf(box(0, 60, 95, 145)), {
          zone: 'flexible',
          areaM2: FLEXIBLE,
        }),
      ],
    }),
    layer('urban-green-line', { features: 9, nearestM: 12.4, nearestBeyondM: null }),
    layer('urban-blue-line', {
      features: 4,
      state: 'touch',
      nearestM: 0,
      nearestBeyondM: null,
      touches: 1,
    }),
    layer('urban-yellow-line', {
      features: 6,
      state: 'below-threshold',
      areaM2: 0.3,
      shareOfProject: 0.000003,
      hits: 1,
      nearestM: 0,
      nearestBeyondM: null,
      overlaps: [
        overlap('HX-03', 0.3, polygonOf(box(0, 240, 0.01, 270)), {
          areaM2: 0.3,
          widthM: 0.01,
          class: 'boundary-error',
          belowThreshold: true,
        }),
      ],
      belowThreshold: { count: 1, areaM2: 0.3 },
    }),
  ],
  crosses: [
    {
      op: 'minus',
      of: ['ecological-red-line', 'nature-reserve-core'],
      areaM2: ECO_M2,
      known: true,
      geometry: null,
    },
    {
      op: 'and',
      of: ['ecological-red-line', 'nature-reserve-core'],
      areaM2: 0,
      known: true,
      geometry: null,
    },
  ],
  findings: [
    finding({
      rule: 'PBF-U',
      line: 'permanent-basic-farmland',
      verdict: 'manual-review',
      areaM2: FARM_M2,
      text: both(
        '占用永久基本农田，是否临时用地、有无重大建设项目依据尚不清楚。',
        'Permanent farmland is occupied; whether it is temporary and whether a basis exists is not known.',
      ),
      missing: ['temporaryLand', 'pbfMajorBasis'],
      path: ['PBF-T ?', 'PBF-U'],
      citations: [
        {
          ...D1,
          section: '二（二）5',
          quote: '永久基本农田经依法划定后，任何单位和个人不得擅自占用或者改变其用途',
          force: 'in-force',
        },
      ],
    }),
    finding({
      rule: 'ECO-2A',
      line: 'ecological-red-line',
      zone: 'outside-core',
      verdict: 'conditional',
      areaM2: ECO_M2,
      text: both(
        '按《关于加强生态保护红线管理的实施意见》二（二）7，属涉及新增建设用地的有限人为活动（第6类）。',
        'A limited human activity (kind 6) with new construction land.',
      ),
      duties: [both('减缓生态环境影响', 'Mitigate ecological impact')],
      procedure: [
        {
          step: 1,
          act: both('组织论证', 'Organise the argumentation'),
          by: both('县（市、区）人民政府', 'County people’s government'),
          level: 'county',
          content: [both('不可避免（不可避让）生态保护红线'), both('节约集约')],
        },
        {
          step: 2,
          act: both('审核', 'Examine'),
          by: both('设区的市人民政府', 'City people’s government'),
          level: 'city',
          content: [],
        },
        {
          step: 3,
          act: both('认定', 'Recognise'),
          by: both('自治区人民政府', 'Region people’s government'),
          level: 'province',
          content: [],
        },
      ],
      attachments: [
        {
          document: both('自治区人民政府认定意见', 'Recognition opinion of the region'),
          at: both('建设用地报批', 'submission for construction land'),
        },
      ],
      citations: [
        {
          ...D2,
          section: '二（二）7',
          quote:
            '生态保护红线内涉及新增建设用地审批的，县（市、区）人民政府组织对有限人为活动不可避免生态保护红线、节约集约和减缓生态环境影响的措施进行论证，由设区的市人民政府审核后，提请自治区人民政府认定，建设用地报批时，附自治区人民政府认定意见。',
          force: 'in-force',
        },
      ],
    }),
    finding({
      rule: 'UDB-1',
      line: 'urban-development-boundary',
      zone: 'concentrated',
      verdict: 'permit-mode',
      areaM2: CONCENTRATED,
      text: both('按“详细规划+规划许可”管制。', 'Detailed plan plus planning permit.'),
      citations: [
        {
          ...D1,
          section: '二（四）13',
          quote:
            '城镇开发边界集中建设区实行“详细规划+规划许可”的管制方式，布局城市、建制镇和新区、开发区等各类城镇集中建设。',
          force: 'in-force',
        },
      ],
    }),
    finding({
      rule: 'UDB-2',
      line: 'urban-development-boundary',
      zone: 'flexible',
      verdict: 'manual-review',
      areaM2: FLEXIBLE,
      text: both('弹性发展区，规则包无条款。', 'Flexible zone: the rule pack has no clause.'),
    }),
    finding({
      rule: 'UDB-4',
      line: 'urban-development-boundary',
      zone: 'outside',
      verdict: 'permit-mode',
      parcels: ['1', '2'],
      areaM2: OUTSIDE,
      text: both('边界外，按主导用途分区管制。', 'Outside: by dominant use.'),
    }),
  ],
  notChecked: [
    {
      kind: 'urban-purple-line',
      reason: both(
        '因未加载“城市紫线”图层，本次未对该项进行核查，不作不涉及的结论。',
        'No layer of purple lines is loaded; it was not checked and is not stated to be clear.',
      ),
    },
  ],
  verdict: 'manual-review',
  complete: true,
  overrides: [],
  notes: [],
  steps: [
    both('读取 红寺堡 供水.txt：2 个地块，GB18030 编码。', 'Read the file: 2 parcels, GB18030.'),
    both(
      '边长大于 70 m 的边在平面内加密后转换为经纬度。',
      'Edges over 70 m densified in the plane.',
    ),
  ],
  digest: `sha256:${HASH('e')}`,
};

/** The same site when the core layer was missing and farmland covered two thirds of it. */
export function incompleteReport(): CheckReport {
  return fixtureReport((report) => {
    const core = report.lines.find((one) => one.kind === 'nature-reserve-core')!;
    core.state = 'not-loaded';
    core.reason = both('文件缺失', 'file missing');
    core.coverageShare = 0;
    core.nearestBeyondM = null;
    core.verdict = 'undetermined';
    core.stability = null;
    report.layers = report.layers.filter((one) => one.kind !== 'nature-reserve-core');
    const farm = report.lines[1]!;
    farm.coverageShare = 0.666667;
    farm.verdict = 'undetermined';
    farm.required = true;
    report.findings.push(
      finding({
        rule: 'NOT-LOADED',
        line: 'nature-reserve-core',
        verdict: 'undetermined',
        areaM2: SITE_M2,
        text: both('图层未加载。', 'The layer was not loaded.'),
      }),
      finding({
        rule: 'NOT-COVERED',
        line: 'cultivated-land',
        verdict: 'undetermined',
        areaM2: Math.round(SITE_M2 * 33.3333) / 100,
        text: both('部分未覆盖。', 'Partly not covered.'),
      }),
    );
    report.verdict = 'undetermined';
    report.complete = false;
  });
}
