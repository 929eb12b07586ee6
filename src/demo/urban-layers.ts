import type { LayerKind } from '../domain/kinds.ts';
import type { Text } from '../text/text.ts';
import { polygonAreaM2 } from './area.ts';
import { drawBand } from './band.ts';
import type { County } from './facts.ts';
import type { UrbanPlot } from './land-use.ts';
import { columnsOf, type DemoLayer, flatten, identifier } from './layer.ts';
import type { Plot } from './plots.ts';
import { chance, noise } from './random.ts';
import type { Region } from './region.ts';
import { SITE } from './site.ts';
import type { UrbanZoneCode } from './towns.ts';
import { type GridPolygon, metresBetween } from './units.ts';

const ZONE_NAMES = { '01': '城镇集中建设区', '02': '城镇弹性发展区', '03': '特别用途区' } as const;
/** Plots that hang alone beside a town are left out of its boundary. */
const SMALLEST_PART = 4;

/** Urban development boundaries of all county seats, one feature for each part of a sub-zone. */
export function urbanBoundaryLayer(region: Region): DemoLayer {
  const parts = urbanParts(region);
  return {
    kind: 'urban-development-boundary',
    title: { zh: '城镇开发边界（示例）', en: 'Urban development boundary (demo)' },
    required: true,
    geometryType: 'Polygon',
    columns: columnsOf(
      'BSM:标识码',
      'YSDM:要素代码',
      'XZQDM:行政区代码',
      'XZQMC:行政区名称',
      'GHFQDM:规划分区代码',
      'GHFQMC:规划分区名称',
      'CZMC:城镇名称',
      'MJ#:面积',
    ),
    fields: { featureId: 'BSM', zone: 'GHFQMC', name: 'CZMC', county: 'XZQDM', graphicArea: 'MJ' },
    features: parts.map(({ county, zone, polygon }, index) => ({
      polygons: flatten([polygon]),
      properties: {
        BSM: identifier(county.code, '2080', index + 1),
        YSDM: '2090020620',
        XZQDM: county.code,
        XZQMC: county.name,
        GHFQDM: zone,
        GHFQMC: ZONE_NAMES[zone],
        CZMC: `${county.name}城区（示意）`,
        MJ: polygonAreaM2(polygon),
      },
    })),
  };
}

interface UrbanPart {
  readonly county: County;
  readonly zone: UrbanZoneCode;
  readonly polygon: GridPolygon;
}

function urbanParts({ use, facts, urbanOf }: Region): UrbanPart[] {
  return facts.counties.flatMap((county) => {
    const own = urbanOf(county);
    const whole = use.rings
      .outline(own.map(({ plot }) => plot))
      .filter(({ plots }) => plots.length >= SMALLEST_PART)
      .flatMap(({ plots }) => plots);
    return (['01', '02', '03'] as const).flatMap((zone) => {
      const plots = whole.filter((plot) => use.urban.get(plot)!.zone === zone);
      return use.rings.outline(plots).map(({ polygon }) => ({ county, zone, polygon }));
    });
  });
}

const LINES = {
  'urban-green-line': { zh: '城市绿线（示例）', en: 'Urban green line (demo)', code: '2091' },
  'urban-blue-line': { zh: '城市蓝线（示例）', en: 'Urban blue line (demo)', code: '2092' },
  'urban-purple-line': { zh: '城市紫线（示例）', en: 'Urban purple line (demo)', code: '2093' },
  'urban-yellow-line': { zh: '城市黄线（示例）', en: 'Urban yellow line (demo)', code: '2094' },
} as const;
export type UrbanLineKind = keyof typeof LINES & LayerKind;

/** Towns that have the four lines. */
const WITH_LINES = ['640104', '640105', '640106', '640303'];

/** One of the four urban lines: parks, water, heritage, facilities inside the towns that have them. */
export function urbanLineLayer(region: Region, kind: UrbanLineKind): DemoLayer {
  const { zh, en, code } = LINES[kind];
  const title: Text = { zh, en };
  const counties = region.facts.counties.filter((county) => WITH_LINES.includes(county.code));
  const features = counties.flatMap((county) =>
    linePolygons(region, county, kind).map((polygon) => ({
      county,
      polygon,
    })),
  );
  return {
    kind,
    title,
    required: false,
    geometryType: 'Polygon',
    columns: columnsOf(
      'BSM:标识码',
      'YSDM:要素代码',
      'XZQDM:行政区代码',
      'XZQMC:行政区名称',
      'MC:名称',
      'MJ#:面积',
    ),
    fields: { featureId: 'BSM', name: 'MC', county: 'XZQDM', graphicArea: 'MJ' },
    features: features.map(({ county, polygon }, index) => ({
      polygons: flatten([polygon]),
      properties: {
        BSM: identifier(county.code, code, index + 1),
        YSDM: '2090020232',
        XZQDM: county.code,
        XZQMC: county.name,
        MC: `${zh.slice(2, 4)}${index + 1}（示意）`,
        MJ: polygonAreaM2(polygon),
      },
    })),
  };
}

function linePolygons(
  { use, urbanOf }: Region,
  county: County,
  kind: UrbanLineKind,
): GridPolygon[] {
  if (kind === 'urban-blue-line') return canals(county);
  const chosen = urbanOf(county).filter((item) => isChosen(item, county, kind));
  return use.rings
    .outline(withoutRoads(chosen.map(({ plot }) => plot)))
    .map(({ polygon }) => polygon);
}

function isChosen({ plot, middle }: UrbanPlot, county: County, kind: UrbanLineKind): boolean {
  const [lon, lat] = middle;
  if (metresBetween(middle, SITE) < 1_200) return false;
  if (kind === 'urban-green-line') return noise(lon, lat, 0.016, 401) > 0.58;
  if (kind === 'urban-purple-line') {
    return metresBetween(middle, county.seat) < 1_500 && noise(lon, lat, 0.006, 402) > 0.45;
  }
  return chance(plot.s0, plot.t0, 403) < 0.007;
}

function withoutRoads(plots: readonly Plot[]): Plot[] {
  return plots.filter((plot) => !plot.road);
}

/** A canal through the town, from south to north beside the seat. */
function canals({ seat, code }: County): GridPolygon[] {
  const reach = code === '640303' ? 0.016 : 0.045;
  const east = seat[0] + reach * (code === '640303' ? -0.9 : 0.35);
  const line = [-1, -0.35, 0.4, 1].map(
    (step, i) => [east + reach * 0.3 * (i % 2), seat[1] + step * reach] as const,
  );
  return [drawBand({ line, widthM: 70, wander: 0.18, levels: 5, seed: Number(code) })];
}
