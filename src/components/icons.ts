import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import swap from 'lucide-static/icons/arrow-left-right.svg?raw';
import bookmark from 'lucide-static/icons/bookmark.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import help from 'lucide-static/icons/circle-question-mark.svg?raw';
import clipboardPaste from 'lucide-static/icons/clipboard-paste.svg?raw';
import combine from 'lucide-static/icons/combine.svg?raw';
import compass from 'lucide-static/icons/compass.svg?raw';
import contrast from 'lucide-static/icons/contrast.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import copyPlus from 'lucide-static/icons/copy-plus.svg?raw';
import crosshair from 'lucide-static/icons/crosshair.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import fileDown from 'lucide-static/icons/file-down.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import fileX from 'lucide-static/icons/file-x.svg?raw';
import folderOpen from 'lucide-static/icons/folder-open.svg?raw';
import gitBranch from 'lucide-static/icons/git-branch.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import listChecks from 'lucide-static/icons/list-checks.svg?raw';
import listFilter from 'lucide-static/icons/list-filter.svg?raw';
import loader from 'lucide-static/icons/loader-circle.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import quote from 'lucide-static/icons/message-square-quote.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import pointer from 'lucide-static/icons/mouse-pointer-2.svg?raw';
import moveHorizontal from 'lucide-static/icons/move-horizontal.svg?raw';
import octagonX from 'lucide-static/icons/octagon-x.svg?raw';
import panelClose from 'lucide-static/icons/panel-left-close.svg?raw';
import panelOpen from 'lucide-static/icons/panel-left-open.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil-line.svg?raw';
import pentagon from 'lucide-static/icons/pentagon.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import ruler from 'lucide-static/icons/ruler.svg?raw';
import scanSearch from 'lucide-static/icons/scan-search.svg?raw';
import scissors from 'lucide-static/icons/scissors.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import spline from 'lucide-static/icons/spline.svg?raw';
import squareDashed from 'lucide-static/icons/square-dashed.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import waypoints from 'lucide-static/icons/waypoints.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

const SOURCES = {
  bookmark,
  check,
  'chevron-down': chevronDown,
  'chevron-up': chevronUp,
  help,
  'clipboard-paste': clipboardPaste,
  compass,
  contrast,
  copy,
  crosshair,
  download,
  ellipsis,
  'file-down': fileDown,
  'file-text': fileText,
  'file-x': fileX,
  'folder-open': folderOpen,
  'git-branch': gitBranch,
  info,
  languages,
  link,
  layers,
  'list-checks': listChecks,
  'list-filter': listFilter,
  loader,
  lock,
  map,
  maximize,
  quote,
  'move-horizontal': moveHorizontal,
  minus,
  'octagon-x': octagonX,
  'panel-close': panelClose,
  'panel-open': panelOpen,
  pause,
  pencil,
  play,
  plus,
  printer,
  refresh,
  ruler,
  'scan-search': scanSearch,
  search,
  swap,
  'triangle-alert': triangleAlert,
  'wifi-off': wifiOff,
  combine,
  pentagon,
  pointer,
  redo,
  scissors,
  spline,
  'square-dashed': squareDashed,
  'copy-plus': copyPlus,
  trash,
  undo,
  waypoints,
  x,
} as const satisfies Record<string, string>;

export type IconName = keyof typeof SOURCES;

/** A line icon; always beside a text or inside something with an aria-label. */
export function icon(name: IconName, size = 16): TemplateResult {
  const svg = SOURCES[name]
    .replace(/<!--.*?-->\s*/s, '')
    .replace('<svg', '<svg aria-hidden="true" focusable="false"')
    .replace('width="24"', `width="${size}"`)
    .replace('height="24"', `height="${size}"`)
    .replace('stroke-width="2"', 'stroke-width="1.75"');
  return html`${unsafeHTML(svg)}`;
}
