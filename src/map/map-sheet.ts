import maplibreCss from 'maplibre-gl/dist/maplibre-gl.css?inline';

const OWN_CSS = `
.maplibregl-map { font: inherit; background: var(--sx-map-ground); }
.maplibregl-canvas:focus-visible { outline: 2px solid var(--sx-focus); outline-offset: -4px; }
.sx-scale-bar {
  position: absolute; left: 10px; bottom: 8px; box-sizing: border-box; height: 20px;
  border: solid var(--sx-text); border-width: 0 1px 1px; color: var(--sx-text);
  font-size: var(--sx-fs-1); line-height: 14px; white-space: nowrap; pointer-events: none;
  text-shadow: 0 0 2px var(--sx-map-halo), 0 0 2px var(--sx-map-halo), 0 0 3px var(--sx-map-halo);
}
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
