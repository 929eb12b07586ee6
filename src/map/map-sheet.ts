import maplibreCss from 'maplibre-gl/dist/maplibre-gl.css?inline';

const OWN_CSS = `
.maplibregl-map { font: inherit; background: var(--sx-map-ground); }
.maplibregl-canvas:focus-visible { outline: 2px solid var(--sx-focus); outline-offset: -4px; }
.sx-furniture {
  position: absolute; z-index: 1; left: 10px; bottom: 8px; max-width: calc(100% - 20px); padding: 3px 6px 2px;
  border-radius: 2px; background: var(--sx-bg-panel); color: var(--sx-text); pointer-events: none;
}
.sx-scale-bar {
  box-sizing: border-box; height: 18px; padding-left: 3px; border: solid currentColor;
  border-width: 0 1.5px 1.5px; font-size: var(--sx-fs-1); line-height: 14px;
}
.sx-swipe { position: absolute; inset: 0; z-index: 0; pointer-events: none; }
.sx-swipe .sx-furniture { display: none; }
.sx-north { margin-top: 3px; font-size: var(--sx-fs-0); line-height: 15px; }
`;

let sheet: CSSStyleSheet | null = null;

/**
 * Gives the style rules to the document or shadow root that the map stands in. As a constructed sheet,
 * because a strict content policy refuses a `<style>` element.
 */
export function adoptMapSheet(root: Document | ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(maplibreCss + OWN_CSS);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
