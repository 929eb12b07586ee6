import type { Mode } from '../../components/choices.ts';
import type { ReviewTab } from '../../components/review-state.ts';
import type { LayerDesk } from '../layer-desk.ts';
import { viewOf } from '../layer-rows.ts';
import type { Shell } from '../shell.ts';
import type { MapSides } from './swipe-maps.ts';

/** What stands on screen apart from what is open: a link and a bookmark hold no more than this. */
export interface ViewState {
  readonly center: readonly [lon: number, lat: number];
  readonly zoom: number;
  /** Layers that differ from how they are at first. */
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
  /** Id of the base map; null: none. */
  readonly base: string | null;
  readonly mode: Mode;
}

/** What a link holds beside the view: what of it a person looks at, by names of tabs and ids of layers. */
export interface LinkState extends ViewState {
  /** Of the review panel; null: another mode. */
  readonly tab: ReviewTab | null;
  /** Layers side by side; null: nothing is compared. */
  readonly swipe: MapSides | null;
}

/** The view of now with what is looked at in it; null without a map. */
export function captureLink(shell: Shell): LinkState | null {
  const view = captureView(shell);
  const { mode, review, tools } = shell.look;
  const swipe = tools.swipe && { left: tools.swipe.left, right: tools.swipe.right };
  return view && { ...view, tab: mode === 'review' ? review.tab : null, swipe };
}

/** The view of now; null without a map. The middle is rounded to the pixel that it lies in. */
export function captureView({ desk, look, workspace }: Shell): ViewState | null {
  const view = desk.map?.view();
  if (!view) return null;
  const ids = idsOf(workspace.state.catalog?.layers ?? []);
  const usual = (id: string) => viewOf(new Map(), id).visible;
  const changed = ids.filter((id) => viewOf(look.views, id).visible !== usual(id));
  return {
    center: roundedTo(view.center, view.zoom),
    zoom: Math.round(view.zoom * 100) / 100,
    hidden: changed.filter(usual),
    shown: changed.filter((id) => !usual(id)),
    base: look.base.shown,
    mode: look.mode,
  };
}

/** Switches layers as a view has them; what the catalog lacks is left aside. Gives how many are now off. */
export function applyLayers(
  { hidden, shown }: Pick<ViewState, 'hidden' | 'shown'>,
  { look, workspace }: Shell,
  layers: LayerDesk,
): number {
  const ids = idsOf(workspace.state.catalog?.layers ?? []);
  for (const id of ids) {
    const usual = viewOf(new Map(), id).visible;
    const visible = usual ? !hidden.includes(id) : shown.includes(id);
    if (viewOf(look.views, id).visible !== visible) layers.setView(id, { visible });
  }
  return ids.filter((id) => hidden.includes(id)).length;
}

/** Decimals of degrees that tell one pixel from the next at a zoom. */
export function decimalsAt(zoom: number): number {
  const degreesPerPx = 360 / (512 * 2 ** zoom);
  return Math.min(9, Math.max(0, Math.ceil(-Math.log10(degreesPerPx))));
}

function roundedTo([lon, lat]: readonly [number, number], zoom: number): readonly [number, number] {
  const decimals = decimalsAt(zoom);
  return [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))];
}

/** Rows of the layer panel that can be switched. */
function idsOf(layers: readonly { readonly id: string; readonly role: string }[]): string[] {
  const own = ['site', 'occupied', 'coverage'];
  return [...own, ...layers.filter(({ role }) => role === 'current').map(({ id }) => id)];
}
