import { UserError } from '../domain/user-error.ts';

/** Large files some formats need; they lie beside the app or in the packages of the command line. */
export type AssetName = 'font-regular' | 'font-bold' | 'resvg' | 'typst';

/** Where they come from. Read on demand: a report in JSON costs no font. */
export type ReportAssets = (name: AssetName) => Promise<Uint8Array<ArrayBuffer>>;

/** @throws UserError `report-assets-missing` where a format is made without them */
export function needAssets(assets: ReportAssets | undefined): ReportAssets {
  if (assets) return assets;
  throw new UserError('report-assets-missing');
}
