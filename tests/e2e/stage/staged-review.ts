import type { ReviewWorkerLike } from '../../../src/app/review/review-client.ts';
import type { ReviewAnswer, ReviewRequest } from '../../../src/app/review/review-protocol.ts';
import type { IdentifiedFeature } from '../../../src/domain/identified.ts';
import { kindsKey, type StatisticsResult } from '../../../src/domain/statistics.ts';
import { toFlat } from '../../../src/geometry/shapes.ts';

/** Answers as a review worker would: what lies at a place by its longitude, sums that are made up. */
export function stagedReview(): ReviewWorkerLike {
  const worker: ReviewWorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage(request) {
      if (request.type === 'stop') return;
      const { id } = request;
      for (const message of answersTo(request)) {
        setTimeout(() => worker.onmessage?.({ data: { ...message, id } as ReviewAnswer }));
      }
    },
    terminate() {},
  };
  return worker;
}

function answersTo(request: Exclude<ReviewRequest, { type: 'stop' }>): object[] {
  switch (request.type) {
    case 'identify': {
      // east of 106.5 several, one of them on its boundary, and layers that say nothing
      const several = request.at[0] > 106.5;
      const features = several ? [PARCEL, { ...ZONE, place: 'boundary' }] : [PARCEL];
      const layers = request.layers.map(({ id, kind }) => ({
        layer: id,
        reason:
          several && kind === 'urban-blue-line'
            ? { code: 'layer-missing', params: { file: 'urban-blue-line.fgb' } }
            : null,
        integrity: 'size+header+index',
        covered: !(several && kind === 'nature-reserve-core'),
        features: 0,
      }));
      return [{ type: 'identified', identified: { at: request.at, features, layers } }];
    }
    case 'statistics': {
      const results = request.wanted.map((kinds, i) => ({
        type: 'result',
        key: kindsKey(kinds),
        result: sums(kinds, i),
      }));
      return [...results, { type: 'summed' }];
    }
    case 'outline':
      return [
        {
          type: 'outline',
          outline: {
            polygons: toFlat([
              [
                [
                  [106, 37],
                  [107, 37],
                  [107, 38],
                  [106, 37],
                ],
              ],
            ]),
            bbox: [106, 37, 107, 38],
          },
        },
      ];
    case 'sheet':
      return [{ type: 'failed', why: { zh: '示例', en: 'staged' } }];
  }
}

const PARCEL: IdentifiedFeature = {
  layer: 'permanent-basic-farmland',
  index: 411,
  place: 'inside',
  properties: {
    BSM: '640303105000000412',
    YJJBNTTBBH: '6403032101000412',
    DLBM: '0102',
    DLMC: '水浇地',
    ZLDWMC: '红柳村',
    QSDWMC: '红柳村集体（虚构）',
    KCXS: 0.1175,
    YJJBNTTBMJ: 7338.12,
    YJJBNTMJ: 6862.4,
    ZLDJDM: '',
    ZDY_1: '=1+1',
  },
  areaM2: 7338.1249,
  bbox: [106.06, 37.43, 106.07, 37.44],
};

const ZONE: IdentifiedFeature = {
  layer: 'ecological-red-line',
  index: 3,
  place: 'inside',
  properties: { BSM: '640303206000000003', MC: '罗山生态保护红线（示意）', MJ: 22428592.16 },
  areaM2: 22428592.2,
  bbox: [106, 37, 106.4, 37.6],
};

const NAMES = ['兴庆区', '西夏区', '红寺堡区', '盐池县', '同心县', '沙坡头区'];

function sums(kinds: StatisticsKinds, i: number): StatisticsResult {
  if (kinds[0] === 'urban-blue-line') {
    const reason = { code: 'layer-missing', params: { file: 'urban-blue-line.fgb' } };
    return { state: 'failed', kinds, reason };
  }
  const whole = AREAS[kindsKey(kinds)] ?? 3e8;
  const counties = NAMES.map((name, c) => ({
    code: `64030${c}`,
    name,
    countyM2: 3.1e9,
    areaM2: (whole * (c + 1)) / 21,
    netM2: i < 2 ? (whole * 0.91 * (c + 1)) / 21 : null,
    features: 17 * (c + 1),
    coverageShare: kinds[0] === 'nature-reserve-core' && c === 3 ? 0.62 : 1,
  }));
  const total = { areaM2: whole, netM2: i < 2 ? whole * 0.91 : null, features: 357 };
  const outside = { areaM2: 0, netM2: 0, features: 0 };
  return {
    state: 'measured',
    statistics: {
      kinds,
      layers: [...kinds],
      counties,
      outside,
      total,
      overlapping: 0,
      unsound: [],
    },
  };
}

type StatisticsKinds = Extract<ReviewRequest, { type: 'statistics' }>['wanted'][number];

const AREAS: Readonly<Record<string, number>> = {
  'cultivated-land+permanent-basic-farmland': 1.17415e10,
  'permanent-basic-farmland': 9.50573e9,
  'ecological-red-line': 1.1984e10,
};
