/** Code of the first view, bytes after gzip. */
export const FIRST_VIEW_LIMIT: number;
export function gzipped(path: string): number;
export function firstViewCode(
  dist: string,
): { readonly file: string; readonly bytes: number; readonly gzip: number }[];
