import type { Text } from '../text/text.ts';

/**
 * What was found of a layer under a site: a spatial fact, not yet a judgement.
 * The last three mean "not looked at" and can never be read as "nothing there".
 */
export const LAYER_STATES = [
  'overlap',
  'below-threshold',
  'touch',
  'clear',
  'not-covered',
  'not-loaded',
  'failed',
] as const;

export type LayerState = (typeof LAYER_STATES)[number];

export const LAYER_STATE_WORDS = {
  overlap: { zh: '占用', en: 'Occupied' },
  'below-threshold': { zh: '低于容差', en: 'Below threshold' },
  touch: { zh: '相接', en: 'Touches' },
  clear: { zh: '未占用', en: 'Not occupied' },
  'not-covered': { zh: '未覆盖，未核查', en: 'Not covered, not checked' },
  'not-loaded': { zh: '未加载，未核查', en: 'Not loaded, not checked' },
  failed: { zh: '核查失败，未核查', en: 'Failed, not checked' },
} as const satisfies Record<LayerState, Text>;

/** States in which the layer said something about at least part of the site. */
export function wasLookedAt(state: LayerState): boolean {
  return state !== 'not-covered' && state !== 'not-loaded' && state !== 'failed';
}
