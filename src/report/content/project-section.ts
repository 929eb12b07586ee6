import type { Claim } from '../../domain/claim.ts';
import type { CheckReport } from '../../domain/report.ts';
import { formatHectares, formatM2, formatMu, NO_VALUE } from '../../text/numbers.ts';
import { listed } from '../../text/punctuation.ts';
import type { Language } from '../../text/text.ts';
import { CLAIM_WORDS, FIELD_WORDS, REPORT_WORDS, TABLE_WORDS } from '../../text/words/report.ts';
import { parcelsTable } from '../tables/site-tables.ts';
import { type Fact, type Group, heading, listIfAny, section, tableBlock } from './blocks.ts';

/** 一: the project, its claim and its parcels. */
export function projectSection(report: CheckReport, lang: Language): Group {
  const notes = report.project.notes.map((note) => note.text[lang]);
  return section('s1', [
    heading(2, REPORT_WORDS.section1[lang]),
    { type: 'facts', id: 't1', title: TABLE_WORDS.t1[lang], facts: projectFacts(report, lang) },
    tableBlock(parcelsTable(report, lang)),
    ...listIfAny('notes', notes),
  ]);
}

function projectFacts(report: CheckReport, lang: Language): Fact[] {
  const { project } = report;
  const f = FIELD_WORDS;
  const notStated = REPORT_WORDS.notStated[lang];
  const area = (m2: number): string =>
    lang === 'zh'
      ? `${formatHectares(m2)} 公顷（${formatMu(m2)} 亩，${formatM2(m2)} m²）`
      : `${formatHectares(m2)} ha (${formatMu(m2)} mu, ${formatM2(m2)} m²)`;
  const or = (m2: number | null): string => (m2 === null ? NO_VALUE : area(m2));
  const declared = project.declaredAreaM2;
  return [
    [f.projectName[lang], project.name],
    [f.projectCode[lang], project.code ?? notStated],
    [f.applicant[lang], project.applicant ?? notStated],
    [
      f.location[lang],
      listed(
        project.location.map((one) => one.name),
        lang,
      ) || notStated,
    ],
    [f.purpose[lang], project.purpose ?? notStated],
    ...claimFacts(project.claim, lang),
    [REPORT_WORDS.computedEllipsoid[lang], area(project.areaM2)],
    [f.plane[lang], or(project.planeAreaM2)],
    [f.declared[lang], or(declared)],
    ...differences(declared, [
      [f.minusPlane[lang], project.planeAreaM2],
      [f.minusEllipsoid[lang], project.areaM2],
    ]),
    [f.crs[lang], `EPSG:${project.crs.epsg} ${project.crs.detail[lang]}`],
    [f.parcelCount[lang], String(project.parcels.length)],
  ];
}

/** Answers as given; an absent one is 未填, never 否. */
function claimFacts(claim: Claim, lang: Language): Fact[] {
  const always = [
    'sector',
    'stage',
    'landUseCode',
    'newConstructionLand',
    'temporaryLand',
  ] as const;
  const fields = new Set<keyof Claim>([...always, ...(Object.keys(claim) as (keyof Claim)[])]);
  return [...fields].map((field) => [CLAIM_WORDS[field][lang], answer(claim[field], lang)]);
}

function answer(value: Claim[keyof Claim], lang: Language): string {
  if (value === undefined) return REPORT_WORDS.notStated[lang];
  if (value === 'yes' || value === 'no') return REPORT_WORDS[value][lang];
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((part) => part !== undefined)
      .join(lang === 'zh' ? '，' : ', ');
  }
  return String(value);
}

/** The declared area less each computed one; nothing where there is none. */
function differences(
  declared: number | null,
  computed: readonly (readonly [string, number | null])[],
): Fact[] {
  if (declared === null) return [];
  return computed.flatMap(([label, m2]) =>
    m2 === null ? [] : [[label, `${formatM2(declared - m2)} m²`] as Fact],
  );
}
