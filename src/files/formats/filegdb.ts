import { importError } from '../import-message.ts';
import type { ProjectFormat } from './format.ts';
import { readThroughGdal } from './read-through-gdal.ts';

/**
 * Esri file geodatabase, through GDAL. Its tables come as the files beside it, named `<x>.gdb/<table>`;
 * the bytes it comes with are those of its catalog.
 */
export const filegdb: ProjectFormat = {
  id: 'filegdb',
  title: { zh: 'FileGDB 文件地理数据库', en: 'File geodatabase' },
  extensions: ['gdb', 'gdbtable'],

  sniff: () => 0,

  read(_, context) {
    const { name, beside } = context;
    const hasCatalog = beside.some((file) => /\/a00000001\.gdbtable$/i.test(file.name));
    if (!hasCatalog) throw importError('err-gdb-parts', { file: name });
    return readThroughGdal('FileGDB', new Uint8Array(0), context);
  },
};
