import { css, html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { LayerKind } from '../domain/kinds.ts';

/**
 * The map's own symbols at 26 × 16: same line, hatch and dash as on the map, drawn without pattern
 * ids so that many may stand in one root.
 */
export type SwatchName = LayerKind | 'site' | 'occupied' | 'coverage';

const RISING = 'M-2 10 8 0M2 14 16 0M8 16 24 0M16 16 30 2M24 16 30 10';
const FALLING = 'M0 6 10 16M0-4 20 16M8-6 30 16M18-6 32 8';

function boxed(classes: string, inside: SVGTemplateResult | typeof nothing): SVGTemplateResult {
  return svg`<rect class="ground ${classes}" x="1" y="1" width="24" height="14" />${inside}<rect
    class="edge ${classes}" x="1" y="1" width="24" height="14" />`;
}

function lettered(classes: string, letter: string): SVGTemplateResult {
  return svg`<path class="edge ${classes}" d="M1 8h5.5M19.5 8H25" /><text class=${classes} x="13" y="12.2"
    text-anchor="middle">${letter}</text>`;
}

const DRAWINGS: Partial<Record<SwatchName, SVGTemplateResult>> = {
  site: boxed('site', nothing),
  occupied: boxed(
    'over',
    svg`<path class="hatch over" d=${RISING} /><path class="hatch over" d=${FALLING} />`,
  ),
  coverage: boxed('gap-swatch', svg`<path class="hatch gap-swatch" d=${RISING} />`),
  'permanent-basic-farmland': boxed('pbf', svg`<path class="hatch pbf" d=${RISING} />`),
  'ecological-red-line': boxed(
    'eco',
    svg`<path class="hatch eco" d="M0 4 12 16M6-2 24 16M18-2 28 8" /><circle class="dot eco" cx="14" cy="11.5" r="1.2"
      /><circle class="dot eco" cx="12" cy="4.5" r="1.2" /><circle class="dot eco" cx="21" cy="7" r="1.2" />`,
  ),
  'urban-development-boundary': svg`<rect class="band udb" x="4" y="4" width="18" height="8" /><rect class="edge udb dashdot"
    x="1.5" y="1.5" width="23" height="13" />`,
  'nature-reserve-core': svg`<rect class="edge core" x="1" y="1" width="24" height="14" /><rect class="edge core thin" x="4.5"
    y="4.5" width="17" height="7" />`,
  'nature-reserve': svg`<rect class="edge core thin" x="1" y="1" width="24" height="14" />`,
  'cultivated-land': boxed(
    'farm',
    svg`<path class="hatch farm" d="M5 6h4M12 6h4M18 6h3M8 11h4M15 11h4" />`,
  ),
  'urban-green-line': lettered('green-line', '绿'),
  'urban-blue-line': lettered('blue-line', '蓝'),
  'urban-purple-line': lettered('purple-line', '紫'),
  'urban-yellow-line': lettered('yellow-line', '黄'),
  'base-water': boxed('water', nothing),
  'base-town': boxed('town', nothing),
  'administrative-area': boxed('area', nothing),
};

const PLAIN = boxed('plain', nothing);

export function swatch(name: SwatchName): TemplateResult {
  return html`<svg class="swatch" width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
    ${DRAWINGS[name] ?? PLAIN}
  </svg>`;
}

export const swatchStyles = css`
  .swatch .ground {
    fill: none;
  }
  .swatch .edge {
    fill: none;
    stroke-width: 1.6;
  }
  .swatch .thin {
    stroke-width: 0.9;
  }
  .swatch .hatch {
    fill: none;
    stroke-width: 1;
  }
  .swatch text {
    font: 600 11px var(--sx-font);
  }
  .swatch .site {
    stroke: var(--sx-project);
    stroke-width: 2;
  }
  .swatch .ground.over {
    fill: var(--sx-over-fill);
    fill-opacity: var(--sx-over-fill-alpha);
  }
  .swatch .over {
    stroke: var(--sx-over);
  }
  .swatch .ground.gap-swatch {
    fill: var(--sx-gap-bg);
  }
  .swatch .edge.gap-swatch {
    stroke: var(--sx-gap-line);
    stroke-width: 1.2;
    stroke-dasharray: 2 2;
  }
  .swatch .hatch.gap-swatch {
    stroke: var(--sx-gap-line);
    stroke-dasharray: 3 2.5;
  }
  .swatch .ground.pbf {
    fill: var(--sx-pbf-fill);
    fill-opacity: var(--sx-pbf-fill-alpha);
  }
  .swatch .pbf {
    stroke: var(--sx-pbf);
  }
  .swatch .ground.eco {
    fill: var(--sx-eco-fill);
    fill-opacity: var(--sx-eco-fill-alpha);
  }
  .swatch .eco {
    stroke: var(--sx-eco);
  }
  .swatch .dot.eco {
    fill: var(--sx-eco);
    stroke: none;
  }
  .swatch .band.udb {
    fill: none;
    stroke: var(--sx-udb-fill);
    stroke-opacity: 0.7;
    stroke-width: 4;
  }
  .swatch .edge.udb {
    stroke: var(--sx-udb);
    stroke-width: 2;
  }
  .swatch .dashdot {
    stroke-dasharray: 7 2 1.5 2;
  }
  .swatch .core {
    stroke: var(--sx-core);
  }
  .swatch .farm {
    stroke: var(--sx-farm);
  }
  .swatch .edge.farm {
    stroke-width: 1;
  }
  .swatch .green-line {
    stroke: var(--sx-green-line);
  }
  .swatch .blue-line {
    stroke: var(--sx-blue-line);
  }
  .swatch .purple-line {
    stroke: var(--sx-purple-line);
  }
  .swatch .yellow-line {
    stroke: var(--sx-yellow-line);
  }
  .swatch text {
    stroke: none;
  }
  .swatch text.green-line {
    fill: var(--sx-green-line);
    stroke: none;
  }
  .swatch text.blue-line {
    fill: var(--sx-blue-line);
    stroke: none;
  }
  .swatch text.purple-line {
    fill: var(--sx-purple-line);
    stroke: none;
  }
  .swatch text.yellow-line {
    fill: var(--sx-yellow-line);
    stroke: none;
  }
  .swatch .ground.water {
    fill: var(--sx-map-water);
  }
  .swatch .edge.water {
    stroke: var(--sx-map-water-line);
    stroke-width: 1;
  }
  .swatch .ground.town {
    fill: var(--sx-map-built);
  }
  .swatch .ground.area {
    fill: var(--sx-bg-sunken);
  }
  .swatch .edge.town,
  .swatch .edge.area,
  .swatch .edge.plain {
    stroke: var(--sx-line-control);
    stroke-width: 1;
  }
  @media (forced-colors: active) {
    .swatch .edge,
    .swatch .hatch {
      stroke: CanvasText;
    }
  }
`;
