/** What GDAL was given to write `tests/golden/flatgeobuf/gdal-types.fgb`. */
export const GDAL_SOURCE = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {
        text: '红寺堡',
        int: -7,
        long: 6403032025000123,
        real: 0.1,
        yes: true,
        when: '2025-12-31T08:00:00Z',
        more: { a: 1 },
      },
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [105, 37],
              [105.1, 37],
              [105.1, 37.1],
              [105, 37],
            ],
          ],
          [
            [
              [106, 38],
              [106.4, 38],
              [106.4, 38.4],
              [106, 38.4],
              [106, 38],
            ],
            [
              [106.1, 38.1],
              [106.1, 38.2],
              [106.2, 38.2],
              [106.1, 38.1],
            ],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { text: null, int: 3, long: 1, real: null, yes: false, when: null, more: null },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [104, 36],
            [104.5, 36],
            [104.5, 36.5],
            [104, 36],
          ],
        ],
      },
    },
  ],
} satisfies GeoJSON.FeatureCollection;
