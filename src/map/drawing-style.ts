import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { Painting, Placed } from './painting.ts';

/** Above project and selection, beneath labels. */
const TIER = 92;
const chosen: ExpressionSpecification = ['get', 'chosen'];
const isVertexSnap: ExpressionSpecification = ['==', ['get', 'kind'], 'vertex'];

/** The drawing board: parcels, the draft, handles, the snap mark and places that are wrong. */
export function drawing({ theme, imageOf }: Painting): Placed[] {
  const { color, alpha } = theme;
  const is = (what: string): FilterSpecification => ['==', ['get', 'what'], what];
  const source = 'drawing';
  const line = (id: string, order: number, what: string, paint: object): Placed => ({
    order: TIER + order,
    layer: {
      id: `sx|drawing|${id}`,
      type: 'line',
      source,
      filter: is(what),
      layout: { 'line-join': 'round' },
      paint,
    },
  });
  const circle = (what: string, order: number, paint: object): Placed => ({
    order: TIER + order,
    layer: { id: `sx|drawing|${what}`, type: 'circle', source, filter: is(what), paint },
  });
  return [
    {
      order: TIER,
      layer: {
        id: 'sx|drawing|piece',
        type: 'fill',
        source,
        filter: is('piece'),
        paint: {
          'fill-color': color['over-fill'],
          'fill-opacity': alpha['over-fill-alpha'],
          'fill-antialias': false,
        },
      },
    },
    {
      order: TIER + 0.1,
      layer: {
        id: 'sx|drawing|piece-hatch',
        type: 'fill',
        source,
        filter: is('piece'),
        paint: { 'fill-pattern': imageOf('over'), 'fill-antialias': false },
      },
    },
    line('piece-line', 0.2, 'piece', { 'line-color': color.over, 'line-width': 2.4 }),
    line('casing', 0.3, 'parcel', {
      'line-color': color['project-case'],
      'line-width': ['case', chosen, 6, 5],
    }),
    line('parcel', 0.4, 'parcel', {
      'line-color': ['case', chosen, color.focus, color.project],
      'line-width': ['case', chosen, 3, 2.4],
    }),
    line('draft-casing', 0.45, 'draft', {
      'line-color': color['project-case'],
      'line-width': 5.4,
    }),
    line('draft', 0.5, 'draft', { 'line-color': color.focus, 'line-width': 2.6 }),
    line('closing', 0.5, 'closing', {
      'line-color': color.focus,
      'line-width': 1.6,
      'line-dasharray': [3, 3],
    }),
    circle('middle', 0.6, {
      'circle-radius': 4,
      'circle-color': color['project-case'],
      'circle-stroke-color': color.focus,
      'circle-stroke-width': 1.2,
      'circle-opacity': 0.85,
    }),
    circle('vertex', 0.7, {
      'circle-radius': ['case', chosen, 7, 5],
      'circle-color': ['case', chosen, color.focus, color['project-case']],
      'circle-stroke-color': ['case', chosen, color['project-case'], color.focus],
      'circle-stroke-width': 2,
    }),
    circle('turn', 0.7, {
      'circle-radius': 7,
      'circle-color': color.focus,
      'circle-stroke-color': color['project-case'],
      'circle-stroke-width': 2,
    }),
    circle('defect', 0.8, {
      'circle-radius': 9,
      'circle-color': color.defect,
      'circle-opacity': 0.25,
      'circle-stroke-color': color.defect,
      'circle-stroke-width': 2.4,
    }),
    circle('snap', 0.9, {
      'circle-radius': ['case', isVertexSnap, 10, 8],
      'circle-color': color.focus,
      'circle-opacity': ['case', isVertexSnap, 0.35, 0],
      'circle-stroke-color': color.focus,
      'circle-stroke-width': 2.4,
    }),
  ];
}
