import type { CheckReport } from '../../domain/report.ts';
import type { HouseTemplate } from '../../domain/report-template.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import type { Language, Text } from '../../text/text.ts';
import type { ReportAssets } from '../assets.ts';

/** One way to write a report down. */
export interface ReportFormat {
  readonly id: string;
  readonly title: Text;
  readonly extension: string;
  readonly mediaType: string;
  /** Whether figures are drawn in it: then it wants the lines around the site. */
  readonly drawsFigures?: true;
  /** @throws UserError `report-assets-missing` for a format that needs a font or wasm nobody gave */
  render(report: CheckReport, options: RenderOptions): Promise<RenderedReport>;
}

export interface RenderOptions {
  readonly lang: Language;
  readonly assets?: ReportAssets | undefined;
  /** Figures for photocopies: no colour, no fills, hatches only. */
  readonly grey?: boolean | undefined;
  /** The lines around the site; figures drawn without say so. */
  readonly surroundings?: Surroundings | null | undefined;
  /** The unit whose template documents are printed in; records and geodata know nothing of it. */
  readonly house?: HouseTemplate | null | undefined;
  /** Makes a detached signature of these bytes: the deployer's own key and program. */
  readonly sign?: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined;
}

export interface RenderedReport {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
