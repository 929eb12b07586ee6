import type {
  HouseTemplate,
  Logo,
  ReportTemplate,
  TemplateSection,
} from '../../domain/report-template.ts';
import type { Language } from '../../text/text.ts';
import { fill } from '../../text/words/policy.ts';
import { TEMPLATE_WORDS } from '../../text/words/report-template.ts';
import { type Block, type Group, heading, note, paragraph, section } from '../content/blocks.ts';

/** What a house puts above and around the report, in the language of the report. */
export interface Letterhead {
  readonly unit: string;
  readonly logo: Logo | null;
  readonly header: string;
  readonly footer: string;
}

/** Sections by the name templates use, with the id they have in the report. */
const SECTION_IDS = {
  project: 's1',
  basis: 's2',
  method: 's3',
  results: 's4',
  requirements: 's5',
  conclusions: 's6',
  figures: 's7',
  annexes: 's8',
} as const satisfies Record<TemplateSection, string>;

type Words = ReportTemplate['unit'];
const said = (words: Words | undefined, lang: Language): string =>
  words === undefined ? '' : typeof words === 'string' ? words : words[lang];

export function letterheadOf({ template, logo }: HouseTemplate, lang: Language): Letterhead {
  const { unit, header, footer } = template;
  return {
    ...{ unit: said(unit, lang), logo },
    ...{ header: said(header, lang), footer: said(footer, lang) },
  };
}

/** The report's sections with those of the house in their places, and its lines to sign on. */
export function houseSections(
  sections: readonly Group[],
  { template }: HouseTemplate,
  lang: Language,
): readonly Group[] {
  const unit = said(template.unit, lang);
  const own = template.sections.map((one, i) => ({
    ...one,
    group: ownSection(one, `house-${i + 1}`, unit, lang),
  }));
  const at = (place: 'before' | 'after', id: string): readonly Group[] =>
    own
      .filter((one) => {
        const stands = one.after === undefined ? 'before' : 'after';
        const name = one.after ?? one.before ?? 'annexes';
        return stands === place && SECTION_IDS[name] === id;
      })
      .map(({ group }) => group);
  return Object.values(SECTION_IDS).flatMap((id) => [
    ...at('before', id),
    ...sections
      .filter((group) => group.id === id)
      .map((group) => ({ ...group, blocks: group.blocks.flatMap(signed(template, lang)) })),
    ...at('after', id),
  ]);
}

function ownSection(
  { title, paragraphs }: ReportTemplate['sections'][number],
  id: string,
  unit: string,
  lang: Language,
): Group {
  return section(id, [
    heading(2, said(title, lang)),
    ...paragraphs.map((words) => paragraph(said(words, lang))),
    note(fill(TEMPLATE_WORDS.apart, { unit })[lang]),
  ]);
}

/** The lines to sign on, and before them what was left out. */
const signed =
  (template: ReportTemplate, lang: Language) =>
  (block: Block): Block[] => {
    if (block.type === 'group') {
      return [{ ...block, blocks: block.blocks.flatMap(signed(template, lang)) }];
    }
    if (block.type !== 'signatures') return [block];
    const colon = lang === 'zh' ? '：' : ': ';
    const own = template.signatures?.map((words) => `${said(words, lang)}${colon}`);
    return [...leftOut(template, lang), { ...block, words: own ?? block.words }];
  };

function leftOut({ unit, hide }: ReportTemplate, lang: Language): Block[] {
  if (hide.length === 0) return [];
  const names = [...new Set(hide)].map((one) => TEMPLATE_WORDS[one][lang]);
  const list = names.join(lang === 'zh' ? '、' : ', ');
  return [note(fill(TEMPLATE_WORDS.hidden, { unit: said(unit, lang), names: list })[lang])];
}
