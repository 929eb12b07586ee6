import { ByteError } from '../../bytes/byte-source.ts';
import { memorySource } from '../../bytes/memory-source.ts';
import { entryBytes, openZip } from '../../bytes/zip.ts';
import type { Note } from '../../domain/note.ts';
import { importError } from '../import-message.ts';
import { readText } from '../read-text.ts';
import type { ProjectFormat } from './format.ts';
import { type KmlPart, kmlProject } from './kml.ts';

/** Inflated KML at most, whatever the archive claims; the pictures beside it are never unpacked. */
const MOST_BYTES = 200_000_000;
const LOCAL_ENTRY = [0x50, 0x4b, 0x03, 0x04];

/** KMZ: a zip with KML in it, most often doc.kml; where there are several, each is a layer. */
export const kmz: ProjectFormat = {
  id: 'kmz',
  title: { zh: 'KMZ（奥维、Google Earth）', en: 'KMZ (Ovital, Google Earth)' },
  extensions: ['kmz'],

  sniff(head) {
    if (!LOCAL_ENTRY.every((byte, i) => head[i] === byte)) return 0;
    const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
    const name = new TextDecoder('latin1').decode(head.subarray(30, 30 + length));
    return /\.kml$/i.test(name) ? 1 : 0;
  },

  async read(bytes, { name, answers, signal }) {
    try {
      const all = await openZip(memorySource(name, bytes), signal);
      const entries = all.filter((entry) => /\.kml$/i.test(entry.name));
      if (entries.length === 0) throw importError('err-kmz-empty', { file: name });
      const size = entries.reduce((sum, entry) => sum + entry.bytes, 0);
      if (size > MOST_BYTES) {
        throw importError('err-too-large', { file: name, bytes: size, maxBytes: MOST_BYTES });
      }
      const parts: KmlPart[] = [];
      const notes: Note[] = [];
      for (const entry of entries) {
        const { text, notes: own } = readText(await entryBytes(entry, signal));
        parts.push({ prefix: entries.length > 1 ? entry.name : null, text });
        notes.push(...own);
      }
      return kmlProject(parts, name, answers, notes);
    } catch (error) {
      if (!(error instanceof ByteError)) throw error;
      const reason = String(error.params.reason ?? error.code);
      throw importError('err-kmz', { file: name, reason });
    }
  },
};
