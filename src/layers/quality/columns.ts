import type { CatalogLayer } from '../../domain/catalog.ts';
import type { LayerFeature } from '../../domain/layer-source.ts';

/** Which columns of a layer hold what the quality check compares; null where there is none. */
export interface QualityColumns {
  readonly id: string | null;
  readonly area: { readonly column: string; readonly m2: number } | null;
}

/** Columns of identifiers and of patch areas (图斑面积) in the layer standards, the likelier first. */
const ID_COLUMNS = ['BSM', 'YJJBNTTBBH', 'TBBH'] as const;
const AREA_COLUMNS = ['YJJBNTTBMJ', 'TBMJ'] as const;
/** Net areas (图斑面积 less 扣除面积): never what was drawn, whatever the catalog calls them. */
const NET_COLUMNS: readonly string[] = ['YJJBNTMJ', 'TBDLMJ'];
/** The monitoring scheme of the red line writes square kilometres. */
const KM2_COLUMNS: readonly string[] = ['QYMJ'];

/** @param properties of any feature: all columns of the file are among them */
export function columnsOf(
  { fields }: CatalogLayer,
  properties: LayerFeature['properties'],
): QualityColumns {
  const has = (name: string | undefined): name is string =>
    name !== undefined && Object.hasOwn(properties, name);
  const id = [fields.featureId, ...ID_COLUMNS].find(has) ?? null;
  const area = [fields.graphicArea, ...AREA_COLUMNS].find(
    (name) => has(name) && name !== fields.netArea && !NET_COLUMNS.includes(name),
  );
  if (area === undefined) return { id, area: null };
  return { id, area: { column: area, m2: KM2_COLUMNS.includes(area) ? 1e6 : 1 } };
}

/** The identifier of a feature; null where it has none but white space. */
export function idOf(
  { id }: QualityColumns,
  properties: LayerFeature['properties'],
): string | null {
  const value = id === null ? null : properties[id];
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? null : text;
}

/** The stated patch area in m²; null where the column is empty or no number. */
export function statedAreaM2(
  { area }: QualityColumns,
  properties: LayerFeature['properties'],
): number | null {
  const value = area === null ? null : properties[area.column];
  if (value === null || value === undefined || String(value).trim() === '') return null;
  const number = Number(value);
  return area !== null && Number.isFinite(number) ? number * area.m2 : null;
}
