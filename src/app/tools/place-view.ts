import { figure } from '../../components/figures.ts';
import type { PlaceOption, PlaceSearchView } from '../../components/place-search.ts';
import type { PlaceReading } from '../../crs/place-text.ts';
import { crsDefinition } from '../../crs/registry.ts';
import type { Language } from '../../text/text.ts';
import { say } from '../../text/words/ui.ts';
import { searchInWords } from '../layer-search.ts';
import type { PlacesState } from './tools-view.ts';

/** What the search shows, in words. Only layers that were searched count as "not there". */
export function placeSearchView(
  { query, readings, search }: PlacesState,
  lang: Language,
  nameOf: (layer: string) => string,
): PlaceSearchView {
  const layers = search ? searchInWords(search, lang, nameOf).layers : [];
  const found = layers.flatMap(({ id, kind, name, hits }) =>
    hits.map(({ text, field, features }, i): PlaceOption => {
      const several =
        features > 1 ? [say('places.features', lang, { n: figure(features, 0) })] : [];
      const detail = [name, ...(field === 'name' ? [] : []), ...several].join(' · ');
      return { key: `f ${id} ${i}`, title: text, detail, kind };
    }),
  );
  const coordinates = readings.map((one, i) => coordinate(one, i, lang));
  const unsearched = layers.filter(({ state }) => state === 'failed' || state === 'stopped');
  return {
    query,
    options: [...coordinates, ...found],
    lead: readings.length > 1 ? say('places.several', lang, { n: readings.length }) : '',
    status: statusOf(query, coordinates.length + found.length, layers, lang),
    gap:
      unsearched.length > 0
        ? say('places.unsearched', lang, {
            n: unsearched.length,
            names: unsearched.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '),
          })
        : '',
    isSearched: search !== null,
  };
}

function coordinate(reading: PlaceReading, i: number, lang: Language): PlaceOption {
  const { lonLat, epsg, swapped, inside } = reading;
  const systems = epsg.map((code) => systemName(code, lang));
  const remarks = [
    ...(swapped ? [say('places.swapped', lang)] : []),
    ...(inside ? [] : [say('places.outside', lang)]),
  ];
  return {
    key: `c ${i}`,
    title: `${lonLat[0].toFixed(6)}°E ${lonLat[1].toFixed(6)}°N`,
    detail: [systems.join(' = '), ...remarks].join(' · '),
    kind: null,
  };
}

function systemName(epsg: number, lang: Language): string {
  const definition = crsDefinition(epsg);
  if (definition?.kind !== 'gauss-krueger') return say('places.degrees', lang);
  return say('places.zone', lang, { w: definition.zoneWidth, zone: definition.zone, epsg });
}

function statusOf(
  query: string,
  options: number,
  layers: readonly { readonly state: string }[],
  lang: Language,
): string {
  const done = layers.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  if (layers.length > done) {
    return say('places.searching', lang, { i: done + 1, n: layers.length });
  }
  if (options > 0) return say('places.found', lang, { n: options });
  if (layers.length === 0) {
    return say([...query.trim()].length < 2 ? 'places.short' : 'places.none.coordinate', lang);
  }
  const searched = layers.filter(({ state }) => state === 'found').length;
  return say('places.none', lang, { n: searched });
}
