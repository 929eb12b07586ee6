import { featureName, type IdentifiedRow } from '../../components/identified-rows.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { InputFile } from '../../files/open-project.ts';
import { type FlatPolygons, toNested } from '../../geometry/shapes.ts';
import type { Language } from '../../text/text.ts';

/**
 * The outline of a feature as a boundary file in CGCS2000 lon/lat with every digit of the layer, so that it
 * becomes a project by the way of every file: validity, notes and hash included.
 */
export function outlineFile(row: IdentifiedRow, polygons: FlatPolygons, lang: Language): InputFile {
  const own = featureName(row, lang);
  const name = `${KINDS[row.entry.kind].short[lang]} ${own}`;
  const geometry = { type: 'MultiPolygon', coordinates: toNested(polygons) };
  const document = {
    type: 'FeatureCollection',
    name,
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
    features: [{ type: 'Feature', properties: { name: own }, geometry }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return { name: `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.geojson`, bytes };
}
