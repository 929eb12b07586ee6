/** Markup that is safe to print: made by `markup` from escaped parts only. */
export interface Markup {
  readonly source: string;
}

type Part = string | number | Markup | null | readonly Markup[];

/**
 * Tagged template for HTML and SVG: every value is escaped unless it is itself Markup. Text from files
 * can therefore never become an element, an attribute or an address.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let source = strings[0]!;
  parts.forEach((part, i) => {
    source += printed(part) + strings[i + 1]!;
  });
  return { source };
}

export const NOTHING: Markup = { source: '' };

export function joined(parts: readonly Markup[]): Markup {
  return { source: parts.map((part) => part.source).join('\n') };
}

function printed(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('source' in part) return part.source;
  return joined(part).source;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Bidirectional controls, C0 and C1 controls, and what takes no room: joiners, fillers, tags. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A stretch of letters that run from right to left, with what stands between them. */
const RIGHT_TO_LEFT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const BACKWARDS = new RegExp(
  `[${RIGHT_TO_LEFT}](?:[^\\p{Script=Han}\\p{Script=Latin}\\n]*[${RIGHT_TO_LEFT}])?`,
  'gu',
);
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * Characters that reorder or hide what is read as their code point, so that a name cannot read otherwise
 * than it is. Letters that run from right to left stay and run so, but what follows them does not: a mark
 * of ours ends their stretch, else they would turn numbers and words of the sentence around.
 */
export function visible(text: string): string {
  const shown = text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
  return shown.replace(
    BACKWARDS,
    (stretch) => `${LEFT_TO_RIGHT_MARK}${stretch}${LEFT_TO_RIGHT_MARK}`,
  );
}

/** The same on one line: a name cannot begin a line that somebody else seems to have written. */
export function visibleLine(text: string): string {
  return visible(text.replace(/[\t\n\r\u2028\u2029]+/g, ' '));
}

/** JSON inside `<script type="application/json">`: nothing in it can close the element. */
export function embeddedJson(value: unknown): Markup {
  const source = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return { source };
}
