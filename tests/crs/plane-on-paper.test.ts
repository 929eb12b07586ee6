import { describe, expect, it } from 'vitest';
import { planeOnPaper } from '../../src/crs/plane-on-paper.ts';
import { crsDefinition } from '../../src/crs/registry.ts';
import answers from './cs2cs-answers.json' with { type: 'json' };

describe('the plane of drawings', () => {
  it('is that of PROJ to 0.1 mm, for every zone of its answers', () => {
    let compared = 0;
    for (const { epsg, x, y, lon, lat } of answers) {
      const definition = crsDefinition(epsg);
      if (definition?.kind !== 'gauss-krueger') continue;
      // within a zone of 6°; neighbours may be drawn a little beyond it
      if (Math.abs(lon - definition.centralMeridian) > 3.2) continue;
      const [east, north] = planeOnPaper(lon, lat, definition.centralMeridian);
      const expected = x - definition.falseEastingM;
      expect(Math.hypot(east - expected, north - y), `${epsg} ${lon} ${lat}`).toBeLessThan(1e-4);
      compared++;
    }
    expect(compared).toBeGreaterThan(80);
  });

  it('asks no engine for a sine', () => {
    const { sin, cos, tan } = Math;
    const forbidden = (): never => {
      throw new Error('an engine was asked');
    };
    Object.assign(Math, { sin: forbidden, cos: forbidden, tan: forbidden });
    try {
      expect(planeOnPaper(106, 37.5, 105)[0]).toBeGreaterThan(88_000);
    } finally {
      Object.assign(Math, { sin, cos, tan });
    }
  });
});
