import type { CheckReport } from '../../domain/report.ts';
import type { Language, Text } from '../../text/text.ts';

/** One way to write a report down. */
export interface ReportFormat {
  readonly id: string;
  readonly title: Text;
  readonly extension: string;
  readonly mediaType: string;
  render(report: CheckReport, options: { readonly lang: Language }): Promise<RenderedReport>;
}

export interface RenderedReport {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
