import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { hintsFor, hintText, loadHints } from '../../src/policy/hints.ts';
import { PACK, PACK_PATH } from './pack-file.ts';

const text = readFileSync(join(dirname(PACK_PATH), 'national-hints.yaml'), 'utf8');
const hints = loadHints(text, 'national-hints.yaml');

describe('national hints', () => {
  test('name rules of the pack and no verdict, and every one says how sure it is', () => {
    const ids = PACK.rules.map((rule) => rule.id);
    for (const hint of hints.hints) {
      expect(ids).toEqual(expect.arrayContaining(hint.rules));
      expect(hintText(hint).zh).toMatch(/^提示（国家文件，(把握 \d+%|未核对原文)/);
      expect(hintText(hint).en).not.toMatch(/[{}]/);
      expect(hint.adds.en + hint.instrument.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(new Set(hints.hints.map((hint) => hint.id)).size).toBe(hints.hints.length);
  });

  test('stand beside the rules on which the sources are silent', () => {
    const silent = ['PBF-T', 'FARM-T', 'UDB-2', 'UDB-3', 'FOUR-1'];
    for (const rule of silent) expect(hintsFor({ rule }, hints), rule).not.toEqual([]);
    expect(hintsFor({ rule: 'UDB-1' }, hints)).toEqual([]);
  });

  test('a hint that would carry a verdict is refused', () => {
    const wrong = text.replace('    confidence: null', '    verdict: clear\n    confidence: null');
    expect(() => loadHints(wrong, 'h.yaml')).toThrow(UserError);
  });
});
