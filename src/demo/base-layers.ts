import { polygonAreaM2 } from './area.ts';
import { COUNTY_LEVELS } from './hex-land.ts';
import { outlineCells } from './hex-regions.ts';
import { columnsOf, type DemoLayer, flatten } from './layer.ts';
import type { Region } from './region.ts';

/** County areas for names and soft tints. Schematic: never to be drawn as a boundary line. */
export function administrativeLayer({ facts, land }: Region): DemoLayer {
  return {
    kind: 'administrative-area',
    title: {
      zh: '行政区（示意，不代表行政区划界线）',
      en: 'Areas (schematic, not administrative boundaries)',
    },
    required: false,
    geometryType: 'MultiPolygon',
    columns: columnsOf(
      'XZQDM:行政区代码',
      'XZQMC:行政区名称',
      'SJXZQMC:市级行政区名称',
      'ZXX#:注记经度',
      'ZXY#:注记纬度',
      'BZ:备注',
    ),
    fields: { featureId: 'XZQDM', name: 'XZQMC', county: 'XZQDM' },
    features: facts.counties.map((county, index) => {
      const cells = new Set(land.cells.filter((cell) => land.countyOf(cell) === index));
      return {
        polygons: flatten(outlineCells(cells, COUNTY_LEVELS).map(({ polygon }) => polygon)),
        properties: {
          XZQDM: county.code,
          XZQMC: county.name,
          SJXZQMC: county.city,
          ZXX: county.seat[0],
          ZXY: county.seat[1],
          BZ: '示意，不代表行政区划界线',
        },
      };
    }),
  };
}

export function waterLayer({ water }: Region): DemoLayer {
  return {
    kind: 'base-water',
    title: { zh: '水系（示意）', en: 'Water (schematic)' },
    required: false,
    geometryType: 'Polygon',
    columns: columnsOf('MC:名称', 'MJ#:面积'),
    fields: { name: 'MC', graphicArea: 'MJ' },
    features: water.map(({ name, polygon }) => ({
      polygons: flatten([polygon]),
      properties: { MC: name, MJ: polygonAreaM2(polygon) },
    })),
  };
}

/** Seats of the counties; the facts know other places only by county, so these go without. */
export function townLayer({ facts }: Region): DemoLayer {
  return {
    kind: 'base-town',
    title: { zh: '城镇（示意）', en: 'Towns (schematic)' },
    required: false,
    geometryType: 'Point',
    columns: columnsOf('XZQDM:行政区代码', 'MC:名称', 'SJXZQMC:市级行政区名称'),
    fields: { featureId: 'XZQDM', name: 'MC', county: 'XZQDM' },
    features: facts.counties.map((county) => ({
      point: county.seat,
      properties: { XZQDM: county.code, MC: county.name, SJXZQMC: county.city },
    })),
  };
}
