import { importError } from '../import-message.ts';
import type { ProjectFormat } from './format.ts';
import { readThroughGdal } from './read-through-gdal.ts';

/**
 * GML 2 and 3, through GDAL. A document type is refused: entities can grow without end or name files
 * outside, and no GML needs them.
 */
export const gml: ProjectFormat = {
  id: 'gml',
  title: { zh: 'GML', en: 'GML' },
  extensions: ['gml'],

  sniff(head) {
    const text = wideOrPlain(head);
    if (!text.trimStart().startsWith('<')) return 0;
    return /http:\/\/www\.opengis\.net\/gml|<gml:/.test(text) && !/<kml[\s>]/i.test(text) ? 0.9 : 0;
  },

  read(bytes, context) {
    if (/<!(DOCTYPE|ENTITY)/i.test(wideOrPlain(bytes))) {
      throw importError('err-xml-doctype', { file: context.name });
    }
    return readThroughGdal('GML', bytes, context);
  },
};

/** Latin letters of the text, also where each takes two bytes. */
function wideOrPlain(bytes: Uint8Array): string {
  const plain = new TextDecoder('latin1').decode(bytes).replace(/^ï»¿/, '');
  return plain.startsWith('ÿþ') || plain.startsWith('þÿ') || plain.includes('\0<')
    ? plain.replaceAll('\0', '').replace(/^(ÿþ|þÿ)/, '')
    : plain;
}
