import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LATER_WORDS } from '../../src/text/words/later.ts';
import { say, UI_WORDS } from '../../src/text/words/ui.ts';

/** Words that are not in the first view: who says one must have loaded them. */
const src = join(import.meta.dirname, '../../src');
const later = join(src, 'text/words/later.ts');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => join(src, name))
  .filter((path) => path.endsWith('.ts') && !path.includes('/text/'));

/** Keys in quotes, and those that are put together: `stat.${state}`. */
function saysLater(text: string): boolean {
  const keys = Object.keys(LATER_WORDS);
  const built = [...text.matchAll(/`((?:[\w-]+\.)+[\w-]*)\$\{/g)].map(([, head]) => head!);
  return keys.some(
    (key) => text.includes(`'${key}'`) || built.some((head) => key.startsWith(head)),
  );
}

describe('words that come later', () => {
  it('are no words of the first view', () => {
    expect(Object.keys(LATER_WORDS).filter((key) => key in UI_WORDS)).toEqual([]);
  });

  it('are imported by every file that says one', () => {
    const without = files.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return saysLater(text) && !text.includes(`'${relative(dirname(path), later)}'`);
    });
    expect(without.map((path) => relative(src, path))).toEqual([]);
  });

  it('are said like the others once they are there', () => {
    expect(say('batch.title', 'zh')).toBe(LATER_WORDS['batch.title'].zh);
  });
});
