import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPermalink, writePermalink } from '../../../src/app/tools/permalink.ts';
import { decimalsAt, type LinkState } from '../../../src/app/tools/view-state.ts';
import { MODES } from '../../../src/components/choices.ts';
import { REVIEW_TABS } from '../../../src/components/review-state.ts';

const VIEW: LinkState = {
  center: [106.0648, 37.4335],
  zoom: 14.25,
  hidden: ['urban-green-line'],
  shown: ['coverage'],
  base: 'imagery',
  mode: 'review',
  tab: null,
  swipe: null,
};

describe('a link', () => {
  it('is short and says what it holds', () => {
    expect(writePermalink(VIEW)).toBe(
      '#v=1&c=106.0648,37.4335&z=14.25&l=-urban-green-line,coverage&b=imagery&m=review',
    );
    expect(writePermalink({ ...VIEW, hidden: [], shown: [], base: null })).toBe(
      '#v=1&c=106.0648,37.4335&z=14.25&m=review',
    );
  });

  it('holds the tab that is looked at and the layers side by side', () => {
    const link = { ...VIEW, hidden: [], shown: [], base: null };
    const swipe = { left: 'eco,2024', right: 'eco' };
    expect(writePermalink({ ...link, tab: 'metadata', swipe })).toBe(
      '#v=1&c=106.0648,37.4335&z=14.25&m=review&t=metadata&s=eco%2C2024,eco',
    );
    // a tab belongs to review mode
    expect(readPermalink('#v=1&c=106,37&z=9&m=check&t=metadata')).toMatchObject({ tab: null });
    expect(readPermalink('#v=1&c=106,37&z=9&m=review&t=admin')).toMatchObject({ tab: null });
    for (const s of ['eco', 'eco,', ',eco', 'a,b,c', ''])
      expect(readPermalink(`#v=1&c=106,37&z=9&m=check&s=${s}`)).toMatchObject({ swipe: null });
  });

  it('brings back what it was made of, whatever the ids', () => {
    const id = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.startsWith('-'));
    fc.assert(
      fc.property(
        fc.array(id, { maxLength: 5 }),
        fc.array(id, { maxLength: 5 }),
        fc.option(fc.string({ maxLength: 20 })),
        fc.constantFrom(...MODES),
        fc.option(fc.constantFrom(...REVIEW_TABS)),
        fc.option(fc.record({ left: id, right: id })),
        (hidden, shown, base, mode, tab, swipe) => {
          const own = mode === 'review' ? tab : null;
          const view = { ...VIEW, hidden, shown, base, mode, tab: own, swipe };
          expect(readPermalink(writePermalink(view))).toEqual(view);
        },
      ),
      { seed: 11 },
    );
  });

  it.each([
    '#v=2&c=106,37&z=9&m=check',
    '#v=1&z=9',
    '#v=1&c=106&z=9',
    '#v=1&c=106,37,1&z=9',
    '#v=1&c=106,97&z=9',
    '#v=1&c=1e2,37&z=9',
    '#v=1&c=106,37&z=',
    '#v=1&c=106,37&z=99',
    '#v=1&c=106,37&z=9&m=admin',
    '#v=1&c=106,37&z=9&l=%E4%A',
    `#v=1&c=106,37&z=9&l=${'x'.repeat(9000)}`,
  ])('%s cannot be read', (hash) => {
    expect(readPermalink(hash)).toBe('unreadable');
  });

  it('leaves alone what is none of ours', () => {
    expect(readPermalink('')).toBeNull();
    expect(readPermalink('#result')).toBeNull();
    expect(readPermalink('#review')).toEqual({ mode: 'review' });
    // unknown fields are of a later version
    expect(readPermalink('#v=1&c=106,37&z=9&m=check&t=stats')).toMatchObject({ zoom: 9 });
  });
});

it('rounds the middle to the pixel and no further', () => {
  // a pixel at zoom 14 is 360 / (512 · 2^14) = 4.3e-5 degrees, at zoom 5 it is 0.022
  expect(decimalsAt(14)).toBe(5);
  expect(decimalsAt(5)).toBe(2);
  for (let zoom = 0; zoom <= 22; zoom += 0.5) {
    const px = 360 / (512 * 2 ** zoom);
    expect(10 ** -decimalsAt(zoom)).toBeLessThanOrEqual(px);
    expect(10 ** -decimalsAt(zoom)).toBeGreaterThan(px / 10.01);
  }
});
