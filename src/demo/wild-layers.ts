import { polygonAreaM2 } from './area.ts';
import { outlineCells } from './hex-regions.ts';
import { columnsOf, type DemoLayer, flatten, identifier } from './layer.ts';
import { WILD_LEVELS } from './red-line-patches.ts';
import type { Region } from './region.ts';

/** Ecological protection red line (STBHHX). */
export function redLineLayer({ facts, redLine }: Region): DemoLayer {
  return {
    kind: 'ecological-red-line',
    title: { zh: '生态保护红线（示例）', en: 'Ecological protection red line (demo)' },
    required: true,
    geometryType: 'Polygon',
    columns: columnsOf(
      'BSM:标识码',
      'YSDM:要素代码',
      'XJXZQDM:县级行政区代码',
      'XJXZQMC:县级行政区名称',
      'MC:名称',
      'LHLX:类型',
      'MJ#:面积',
      'BZ:备注',
    ),
    fields: {
      featureId: 'BSM',
      name: 'MC',
      landClass: 'LHLX',
      county: 'XJXZQDM',
      graphicArea: 'MJ',
    },
    features: redLine.map((patch, index) => {
      const county = facts.counties[patch.county]!;
      return {
        polygons: flatten([patch.polygon]),
        properties: {
          BSM: identifier(county.code, '2060', index + 1),
          YSDM: '2060010000',
          XJXZQDM: county.code,
          XJXZQMC: county.name,
          MC: patch.name,
          LHLX: patch.kind,
          MJ: polygonAreaM2(patch.polygon),
          BZ: '示例数据 非真实控制线',
        },
      };
    }),
  };
}

/** Whole nature reserves, or their cores alone. Cores are cells of the red line: never outside it. */
export function reserveLayer({ reserves, countyAt }: Region, part: 'whole' | 'core'): DemoLayer {
  const core = part === 'core';
  return {
    kind: core ? 'nature-reserve-core' : 'nature-reserve',
    title: core
      ? { zh: '自然保护地核心保护区（示例）', en: 'Nature reserve cores (demo)' }
      : { zh: '自然保护地（示例）', en: 'Nature reserves (demo)' },
    required: core,
    geometryType: 'MultiPolygon',
    columns: columnsOf(
      'BSM:标识码',
      'XZQDM:行政区代码',
      'MC:名称',
      'JB:级别',
      'GNFQ:功能分区',
      'MJ#:面积',
      'BZ:备注',
    ),
    fields: { featureId: 'BSM', name: 'MC', zone: 'GNFQ', county: 'XZQDM', graphicArea: 'MJ' },
    features: reserves.map((item, index) => {
      const regions = outlineCells(core ? item.core : item.cells, WILD_LEVELS);
      const polygons = regions.map(({ polygon }) => polygon);
      const area = polygons.reduce((sum, polygon) => sum + polygonAreaM2(polygon), 0);
      const county = countyAt(item.reserve.centre);
      return {
        polygons: flatten(polygons),
        properties: {
          BSM: identifier(county.code, core ? '2072' : '2071', index + 1),
          XZQDM: county.code,
          MC: `${item.reserve.name}（示意）`,
          JB: item.reserve.level,
          GNFQ: core ? '核心保护区' : '核心保护区和一般控制区',
          MJ: Math.round(area * 100) / 100,
          BZ: '示例数据 非真实控制线',
        },
      };
    }),
  };
}
