import { isLayerPanelOver } from '../frame-panels.ts';
import type { Shell } from '../shell.ts';

/** Escape: what lies on top goes, one thing at a time. Dialogs close by themselves. */
export function closeTopmost({ look, change }: Shell): boolean {
  const { name } = look.layout;
  if (look.dragged !== null) change({ dragged: null });
  else if (look.tour !== null) change({ tour: null });
  else if (look.tool !== null) change({ tool: null });
  else if (look.welcoming) change({ welcoming: false });
  else if (look.overOpen && isLayerPanelOver(name)) change({ overOpen: false });
  else return false;
  return true;
}
