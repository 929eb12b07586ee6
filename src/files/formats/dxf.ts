import { NO_HINTS } from '../../crs/evidence.ts';
import { numberScale } from '../../crs/number-scale.ts';
import type { Note } from '../../domain/note.ts';
import { measureIn } from '../dxf/curves.ts';
import { decodeDxf } from '../dxf/decode-dxf.ts';
import { type Drawing, readDrawing } from '../dxf/drawing.ts';
import { CHORD_TOLERANCE_DEGREES, CHORD_TOLERANCE_M, explode, type Shown } from '../dxf/explode.ts';
import { parcelsOf } from '../dxf/parcels.ts';
import { checkUnits } from '../dxf/units.ts';
import { importError, importNote } from '../import-message.ts';
import type { ProjectFormat } from './format.ts';
import { answerLines } from './line-answers.ts';

const BINARY = 'AutoCAD Binary DXF';

/**
 * Drawings as ASCII DXF, R12 to 2018: closed polylines, circles and the like are areas, those directly
 * within another of their layer its holes; open ones are lines. A drawing names no coordinate system and
 * holds much that is no boundary: both are asked for. Everything drawn that is not read is counted in a
 * note. Read without a library: those that are kept take "1,5" for 1, drop what they do not know, and one
 * gives no shapes at all for a file that was cut off; none takes blocks apart or knows GBK.
 */
export const dxf: ProjectFormat = {
  id: 'dxf',
  title: { zh: 'CAD 图形（DXF）', en: 'CAD drawing (DXF)' },
  extensions: ['dxf'],

  sniff(head) {
    const text = new TextDecoder('latin1').decode(head.subarray(0, 2048));
    if (text.startsWith(BINARY)) return 1;
    return /^(\u00ef\u00bb\u00bf)?(\s*999\r?\n.*\r?\n)*\s*0\s*\r?\n\s*SECTION\s*\r?\n/.test(text)
      ? 1
      : 0;
  },

  read(bytes, { name, answers, signal }) {
    if (new TextDecoder('latin1').decode(bytes.subarray(0, BINARY.length)) === BINARY) {
      throw importError('err-dxf-binary', { file: name });
    }
    const { text, notes } = decodeDxf(bytes);
    const drawing = readDrawing(text);
    signal?.throwIfAborted();
    const inDegrees = drawsDegrees(drawing);
    const tolerance = inDegrees ? CHORD_TOLERANCE_DEGREES : CHORD_TOLERANCE_M;
    const shown = explode(drawing, tolerance, signal);
    const first = shown.paths[0]?.corners[0]?.at ?? shown.points[0]?.corner.at;
    if (first === undefined) throw importError('err-dxf-nothing', { file: name, ...counts(shown) });
    const unitNotes = checkUnits(drawing.units, first);
    const found = parcelsOf(shown, inDegrees);
    const answered = answerLines(found.parcels, answers, 'layer');
    return {
      id: null,
      name: null,
      code: null,
      applicant: null,
      parcels: answered.parcels,
      hints: NO_HINTS,
      choosesLayers: true,
      notes: [
        ...notes,
        ...unitNotes,
        ...found.notes,
        ...answered.notes,
        ...shownNotes(shown),
        ...hiddenNotes(
          drawing,
          found.parcels.flatMap(({ layer }) => layer ?? []),
        ),
      ],
    };
  },
};

/** Whether the first coordinates look like degrees: then a millimetre is a hundred-millionth. */
function drawsDegrees({ entities, blocks }: Drawing): boolean {
  const groups = [...entities, ...[...blocks.values()].flatMap((block) => block.entities)]
    .flatMap((entity) => [entity, ...entity.parts])
    .find(({ type }) => ['LWPOLYLINE', 'VERTEX', 'LINE', 'CIRCLE', 'ARC', 'POINT'].includes(type));
  const [x, y] = [measureIn(groups?.groups ?? [], 10), measureIn(groups?.groups ?? [], 20)];
  if (x === null || y === null) return false;
  const scale = numberScale(x, y);
  return scale.scale === 'degrees' && scale.inChina;
}

function counts({ unread, onPaper }: Shown): { types: string; onPaper: number } {
  const types = [...unread].map(([type, count]) => `${type} × ${count}`).slice(0, 12);
  return { types: types.join('、'), onPaper };
}

function shownNotes(shown: Shown): Note[] {
  const notes: Note[] = [];
  const { types, onPaper } = counts(shown);
  if (shown.chords > 0) notes.push(importNote('note-dxf-arcs', 'info', { count: shown.chords }));
  if (shown.heights > 0) {
    notes.push(importNote('note-heights-dropped', 'info', { count: shown.heights }));
  }
  if (types !== '') notes.push(importNote('note-dxf-unread', 'warning', { types }));
  if (onPaper > 0) notes.push(importNote('note-dxf-paper', 'info', { count: onPaper }));
  return notes;
}

function hiddenNotes({ hiddenLayers }: Drawing, layers: readonly string[]): Note[] {
  const hidden = [...new Set(layers)].filter((layer) => hiddenLayers.has(layer));
  return hidden.length === 0
    ? []
    : [importNote('note-dxf-hidden', 'warning', { layers: hidden.join('、') })];
}
