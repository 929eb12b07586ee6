import { MODES, type Mode } from '../../components/choices.ts';
import { REVIEW_TABS } from '../../components/review-state.ts';
import { isPlace } from '../../domain/bookmarks.ts';
import type { LinkState } from './view-state.ts';

const VERSION = '1';
const MOST_CHARACTERS = 8000;

/**
 * A view as the part of an address behind `#`, which no server is sent:
 *
 *     #v=1&c=106.0648,37.4335&z=14.25&l=-urban-green-line,coverage&b=imagery&m=review&t=statistics
 *
 * `l` names what differs from how layers are at first, a minus before those that are off; `s` the two layers
 * that are side by side; `t` the tab of the review panel. Nothing of a project, no name and no geometry, can
 * stand in it: it is made of `LinkState` alone.
 */
export function writePermalink(view: LinkState): string {
  const { center, zoom, hidden, shown, base, mode, tab, swipe } = view;
  const ids = [...hidden.map((id) => `-${id}`), ...shown].map(encodeURIComponent);
  return [
    `#v=${VERSION}`,
    `c=${center.join()}`,
    `z=${zoom}`,
    ...(ids.length > 0 ? [`l=${ids.join()}`] : []),
    ...(base === null ? [] : [`b=${encodeURIComponent(base)}`]),
    `m=${mode}`,
    ...(tab === null ? [] : [`t=${tab}`]),
    ...(swipe === null ? [] : [`s=${[swipe.left, swipe.right].map(encodeURIComponent).join()}`]),
  ].join('&');
}

/**
 * What a hash asks for: a view, a mode alone (`#review`, as the links of the bar have it), nothing of ours
 * (null), or a view that cannot be read.
 */
export function readPermalink(
  hash: string,
): LinkState | { readonly mode: Mode } | 'unreadable' | null {
  const text = hash.replace(/^#/, '');
  if (isMode(text)) return { mode: text };
  if (!/(^|&)v=/.test(text)) return null;
  if (text.length > MOST_CHARACTERS) return 'unreadable';
  const fields = new Map(
    text.split('&').map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  try {
    const [lon, lat, ...more] = (fields.get('c') ?? '').split(',').map(numberOf);
    const zoom = numberOf(fields.get('z') ?? '');
    const mode = fields.get('m') ?? 'check';
    const ids = (fields.get('l') ?? '').split(',').filter(Boolean).map(decodeURIComponent);
    const base = fields.get('b');
    const sides = (fields.get('s') ?? '').split(',').map(decodeURIComponent);
    const [left, right] = sides.length === 2 && sides.every(Boolean) ? sides : [];
    if (fields.get('v') !== VERSION || more.length > 0 || !isMode(mode)) return 'unreadable';
    if (!isPlace(lon, lat) || !(zoom >= 0 && zoom <= 24)) return 'unreadable';
    return {
      center: [lon!, lat!],
      zoom,
      hidden: ids.filter((id) => id.startsWith('-')).map((id) => id.slice(1)),
      shown: ids.filter((id) => !id.startsWith('-')),
      base: base === undefined ? null : decodeURIComponent(base),
      mode,
      // a tab that is not known is of a later version
      tab: (mode === 'review' && REVIEW_TABS.find((tab) => tab === fields.get('t'))) || null,
      swipe: left && right ? { left, right } : null,
    };
  } catch {
    // a percent sign that begins no character
    return 'unreadable';
  }
}

/** NaN for anything but a plain number. */
function numberOf(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function isMode(text: string): text is Mode {
  return (MODES as readonly string[]).includes(text);
}
