import { boldFonts, type Painting, type Placed } from './painting.ts';

/** Above the labels: what lies on top is placed first, and labels make room for numbers. */
const BADGE = 97;

/** The numbers of pieces, on a disc, with a leader where they stand outside. */
export function badges({ theme }: Painting, disc: string): Placed[] {
  return [
    {
      order: BADGE - 0.5,
      layer: {
        id: 'sx|badge|leader',
        type: 'line',
        source: 'badges',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': theme.color.project, 'line-width': 1 },
      },
    },
    {
      order: BADGE,
      layer: {
        id: 'sx|badge',
        type: 'symbol',
        source: 'badges',
        filter: ['==', ['geometry-type'], 'Point'],
        layout: {
          'icon-image': disc,
          'text-field': ['to-string', ['get', 'number']],
          'text-font': boldFonts(theme),
          'text-size': ['case', ['>', ['get', 'number'], 99], 7.5, 10],
          // the largest piece first; the table keeps all
          'symbol-sort-key': ['-', ['get', 'areaM2']],
          'icon-padding': 0,
          'text-padding': 0,
        },
        paint: { 'text-color': theme.color['project-case'] },
      },
    },
  ];
}
