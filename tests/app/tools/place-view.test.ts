import { describe, expect, it } from 'vitest';
import { startSearch, stopped } from '../../../src/app/layer-search.ts';
import { withAnswer } from '../../../src/app/search-answers.ts';
import { placeSearchView } from '../../../src/app/tools/place-view.ts';
import { placesIn } from '../../../src/crs/place-text.ts';
import { CATALOG } from '../../components/fixtures/catalog.ts';

const layers = CATALOG.layers.slice(0, 2);
const nameOf = (id: string) => `<${id}>`;
const none = { more: false, namesByBeginning: false, without: { code: 0, name: 0 } };
const hit = {
  field: 'code' as const,
  text: '640303',
  features: 2,
  box: [106, 37, 107, 38] as const,
};

describe('places that may be meant', () => {
  it('says how the numbers were read, and that there are several ways', () => {
    const query = '594000 4145300';
    const readings = placesIn(query, [102, 35, 110, 40]);
    const view = placeSearchView({ query, readings, search: null }, 'zh', nameOf);
    expect(view.lead).toContain(`${readings.length} 种读法`);
    expect(view.options[0]!.detail).toContain('3° 带');
    expect(view.options[0]!.title).toMatch(/^10\d\.\d{6}°E 37\.\d{6}°N$/);
    const outside = readings.findIndex(({ inside }) => !inside);
    expect(view.options[outside]!.detail).toContain('在图层范围外');
  });

  it('never counts a layer that was not searched as one without it', () => {
    let search = startSearch('999', layers);
    const shown = () => placeSearchView({ query: '999', readings: [], search }, 'zh', nameOf);
    expect(shown().status).toContain('正在查找：1 / 2');
    search = withAnswer(search, {
      type: 'found',
      id: 1,
      layer: layers[0]!.id,
      found: { ...none, hits: [] },
    });
    expect(shown().status).toContain('正在查找：2 / 2');
    search = stopped(search);
    expect(shown().status).toBe('已查的 1 个图层中没有');
    expect(shown().gap).toContain(`<${layers[1]!.id}>`);
  });

  it('lists what was found with its layer', () => {
    const search = withAnswer(startSearch('6403', layers), {
      type: 'found',
      id: 1,
      layer: layers[1]!.id,
      found: { ...none, hits: [{ ...hit, index: 7, box: [106, 37, 107, 38] }] },
    });
    const [option] = placeSearchView({ query: '6403', readings: [], search }, 'en', nameOf).options;
    expect(option).toMatchObject({ title: '640303', kind: layers[1]!.kind });
    expect(option!.detail).toBe(`<${layers[1]!.id}> · 2 features`);
  });
});
