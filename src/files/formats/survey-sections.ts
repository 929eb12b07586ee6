/** Name of the section that holds the parcels. */
export const COORDINATES = '地块坐标';

export interface Section {
  readonly name: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** Lines by section; a file that starts with parcels, without any heading, is one of coordinates. */
export function sectionsOf(lines: readonly string[]): Section[] {
  const sections: { name: string; lines: { number: number; text: string }[] }[] = [];
  let current: (typeof sections)[number] | null = null;
  lines.forEach((raw, index) => {
    const text = raw.replaceAll('\u001a', '').trim();
    if (text === '') return;
    const heading = /^[[［【](.+?)[\]］】]$/.exec(text);
    if (heading) {
      current = { name: heading[1]!.trim(), lines: [] };
      sections.push(current);
      return;
    }
    if (!current) {
      current = { name: /[=＝]/.test(text) ? '属性描述' : COORDINATES, lines: [] };
      sections.push(current);
    }
    current.lines.push({ number: index + 1, text });
  });
  return sections;
}
