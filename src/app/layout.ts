/** How the regions stand, by the size of the element itself, so that it may be embedded. */
export type LayoutName = 'wide' | 'full' | 'compact' | 'narrow' | 'phone';

export interface Layout {
  readonly name: LayoutName;
  /** Too low for an open drawer. */
  readonly short: boolean;
}

export function layoutFor(width: number, height: number): Layout {
  return { name: nameFor(width), short: height < 700 };
}

function nameFor(width: number): LayoutName {
  if (width < 640) return 'phone';
  if (width < 900) return 'narrow';
  if (width < 1200) return 'compact';
  return width < 1600 ? 'full' : 'wide';
}

/** Usual widths of the panels, px, and how far they may be dragged. */
export const LEFT_WIDTH = { full: 256, wide: 288, over: 288, min: 240, max: 400 } as const;
export const RIGHT_WIDTH = { compact: 352, full: 380, wide: 440, min: 340, max: 560 } as const;
/** Of the drawer with the table, px; never more than its share of the room, less in a low window. */
export const DRAWER_HEIGHT = {
  usual: 188,
  wide: 240,
  min: 96,
  max: 480,
  share: 0.6,
  shortShare: 0.4,
} as const;
