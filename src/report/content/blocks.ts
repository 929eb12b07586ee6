import type { LayerKind } from '../../domain/kinds.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Chip } from '../chip.ts';
import type { Table } from '../tables/table.ts';

/**
 * What a report says, before anybody prints it: HTML, DOCX and PDF walk over these blocks and decide
 * nothing but their looks. All text is plain: a printer escapes it in its own way, so that words from
 * files stay words everywhere.
 */
export type Block =
  | Heading
  | Paragraph
  | List
  | TableBlock
  | Facts
  | Quote
  | FigureBlock
  | Frame
  | Group
  | Signatures;

/** Text, or text with a reason to look different. */
export type Run = string | Chip | { readonly strong: string } | { readonly code: string };

export type Runs = readonly Run[];

/** Level 1 is the title on the first page, 2 a section, 3 and 4 what is inside. */
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly runs: Runs;
}

export interface Paragraph {
  readonly type: 'paragraph';
  /** `mark` is a warning beside a bar (示例数据), `verdict` the large word in the frame of page one. */
  readonly look: 'plain' | 'subtitle' | 'note' | 'mark' | 'verdict';
  readonly runs: Runs;
  readonly id?: string;
}

export interface ListItem {
  readonly runs: Runs;
  /** The control line that the sentence speaks of. */
  readonly line?: LayerKind;
}

export interface List {
  readonly type: 'list';
  /** `boxes` are to be ticked by hand: a printer puts □ in front. */
  readonly look: 'bullets' | 'steps' | 'boxes' | 'notes';
  readonly items: readonly ListItem[];
  readonly id?: string;
}

/** A table, or, where it has no rows and `empty` is given, its title with that sentence. */
export interface TableBlock {
  readonly type: 'table';
  readonly table: Table;
  readonly empty: string | null;
}

/** Two columns: name and value. */
export interface Facts {
  readonly type: 'facts';
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

export type Fact = readonly [name: string, value: string];

/** A clause letter by letter, always Chinese, with document, number, section and force. */
export interface Quote {
  readonly type: 'quote';
  readonly quote: string;
  readonly source: string;
}

/** One figure as SVG in millimetres. */
export interface FigureBlock {
  readonly type: 'figure';
  readonly svg: string;
  readonly caption: string;
}

/** A framed box of page one. */
export interface Frame {
  readonly type: 'frame';
  readonly look: 'verdict' | 'gap';
  readonly verdict: Verdict;
  readonly blocks: readonly Block[];
}

/** Blocks that belong together; a section begins with its heading, `together` stands on one page. */
export interface Group {
  readonly type: 'group';
  readonly look: 'section' | 'finding' | 'part' | 'together';
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** Lines to sign on by hand. */
export interface Signatures {
  readonly type: 'signatures';
  readonly words: readonly string[];
}

export const heading = (level: Heading['level'], ...runs: Runs): Heading => ({
  type: 'heading',
  level,
  runs,
});

export const paragraph = (...runs: Runs): Paragraph => ({ type: 'paragraph', look: 'plain', runs });

export const note = (...runs: Runs): Paragraph => ({ type: 'paragraph', look: 'note', runs });

export const list = (look: List['look'], items: readonly (string | Runs)[], id?: string): List => ({
  type: 'list',
  look,
  items: items.map((item) => ({ runs: typeof item === 'string' ? [item] : item })),
  ...(id === undefined ? {} : { id }),
});

/** Nothing at all where there are no items. */
export const listIfAny = (
  look: List['look'],
  items: readonly (string | Runs)[],
  ...before: readonly Block[]
): readonly Block[] => (items.length === 0 ? [] : [...before, list(look, items)]);

export const tableBlock = (table: Table, empty: string | null = null): TableBlock => ({
  type: 'table',
  table,
  empty,
});

export const section = (id: string, blocks: readonly Block[]): Group => ({
  type: 'group',
  look: 'section',
  id,
  blocks,
});
