import type { HouseTemplate } from '../domain/report-template.ts';
import type { Text } from '../text/text.ts';

/** How reports are written, beside their formats and language. */
export interface ReportOutput {
  readonly redact: boolean;
  readonly house: HouseTemplate | null;
  /** The deployer's template stands where nobody chose another. */
  readonly deployed: boolean;
  /** Why the template that was asked for is not used, or is not kept. */
  readonly trouble: Text | null;
}

export const PLAIN_OUTPUT: ReportOutput = {
  redact: false,
  house: null,
  deployed: false,
  trouble: null,
};
