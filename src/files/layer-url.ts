import { UserError } from '../domain/user-error.ts';

/*
 * Apart from the reading of catalogs, whose schema the tile worker can do without.
 */

/**
 * The parts of a file name in a catalog. Layers lie beside the catalog or in folders below it.
 *
 * @throws UserError `catalog-file` for absolute paths, addresses and ways up
 */
export function fileSegments(file: string): readonly string[] {
  const segments = file.split('/');
  const unsafe = segments.some((part) => part === '' || part === '.' || part === '..');
  if (unsafe || /[\\:\0]/.test(file)) throw new UserError('catalog-file', { value: file });
  return segments;
}

/** Address of a layer file beside the catalog at `catalogUrl` (absolute, or relative to a page). */
export function layerUrl(catalogUrl: string, file: string): string {
  const path = fileSegments(file).map(encodeURIComponent).join('/');
  return catalogUrl.replace(/[?#].*$/, '').replace(/[^/]*$/, '') + path;
}
