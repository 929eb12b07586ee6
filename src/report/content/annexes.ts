import { KINDS } from '../../domain/kinds.ts';
import type { CheckReport } from '../../domain/report.ts';
import { NO_VALUE } from '../../text/numbers.ts';
import type { Language } from '../../text/text.ts';
import { REDACTION_WORDS } from '../../text/words/redaction.ts';
import { REPORT_WORDS, TABLE_WORDS } from '../../text/words/report.ts';
import { boundaryPoints } from '../boundary-points.ts';
import { verdictChip } from '../chip.ts';
import { isPlanar } from '../plane.ts';
import { coordinate, count, left, right, row, type Table } from '../tables/table.ts';
import { type Group, heading, listIfAny, note, paragraph, section, tableBlock } from './blocks.ts';
import { type ContentOptions, hides } from './content-options.ts';

/** 八: boundary points, input files, the log of rules; then the signature lines. */
export function annexSection(report: CheckReport, lang: Language, options: ContentOptions): Group {
  const w = REPORT_WORDS;
  const { file, sha256 } = report.project.source;
  const notes = report.notes.map((one) => one.text[lang]);
  const signers = [w.prepared, w.proofread, w.approved, w.date];
  return section('s8', [
    heading(2, w.section8[lang]),
    ...(hides(options, 'points')
      ? []
      : [tableBlock(coordinateTable(report, lang), noPoints(report)[lang])]),
    heading(4, w.inputs[lang]),
    paragraph(`${file}　`, { code: `SHA-256 ${sha256}` }),
    ...(hides(options, 'rules') ? [] : [tableBlock(rulesTable(report, lang), w.noFindings[lang])]),
    ...listIfAny('notes', notes),
    // lines to sign on that stand alone on a page could have been signed for anything
    {
      type: 'group',
      look: 'together',
      id: 'signed',
      blocks: [
        paragraph(`${w.digest[lang]} `, { code: report.digest }),
        note((options.carriesRecord ? w.howToVerify : w.howToVerifyApart)[lang]),
        { type: 'signatures', words: signers.map((word) => `${word[lang]}${w.colon[lang]}`) },
      ],
    },
  ]);
}

const noPoints = ({ redaction }: CheckReport) =>
  redaction ? REDACTION_WORDS.points : REPORT_WORDS.noGeometry;

function coordinateTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = boundaryPoints(report).flatMap(({ parcel, ring, points }) =>
    points.map(({ name, plane, lonLat }) =>
      row([
        parcel,
        count(ring),
        name,
        coordinate(plane[1], 3),
        coordinate(plane[0], 3),
        coordinate(lonLat[0], 9),
        coordinate(lonLat[1], 9),
      ]),
    ),
  );
  const projected = isPlanar(report.project.crs.epsg);
  return {
    id: 'points',
    title: REPORT_WORDS.coordinates[lang],
    columns: [
      left(w.parcel[lang]),
      right(w.ring[lang]),
      left(w.point[lang]),
      right(w.north[lang]),
      right(w.east[lang]),
      right(w.lon[lang]),
      right(w.lat[lang]),
    ],
    rows,
    notes: projected && rows.length > 0 ? [REPORT_WORDS.collinearLeftOut[lang]] : [],
  };
}

function rulesTable(report: CheckReport, lang: Language): Table {
  const w = TABLE_WORDS;
  const rows = report.findings.map(({ rule, line, parcels, verdict, path, pathEn = path }) =>
    row([
      rule,
      line === null ? NO_VALUE : KINDS[line].title[lang],
      parcels.join(lang === 'zh' ? '、' : ', '),
      verdict === null ? NO_VALUE : verdictChip(verdict, lang),
      (lang === 'zh' ? path : pathEn).join(' → '),
    ]),
  );
  return {
    id: 'rules',
    title: REPORT_WORDS.rulesHit[lang],
    columns: [
      left(w.rule[lang]),
      left(w.line[lang]),
      left(w.parcel[lang]),
      left(w.conclusion[lang]),
      left(REPORT_WORDS.path[lang]),
    ],
    rows,
    notes: [],
  };
}
