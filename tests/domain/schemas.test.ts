import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_SCHEMAS, type DocumentName, jsonSchemaOf } from '../../src/domain/schemas.ts';

/**
 * The published JSON Schemas are written from the definitions the code uses. After a change of those,
 * `UPDATE=1 npx vitest run --project unit tests/domain/schemas.test.ts` writes them anew.
 */
const FOLDER = join(import.meta.dirname, '../../data/schemas');
const names = Object.keys(DOCUMENT_SCHEMAS) as DocumentName[];
const textOf = (name: DocumentName): string => `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;

if (process.env.UPDATE === '1') {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of names) writeFileSync(join(FOLDER, `${name}.json`), textOf(name));
}

describe('data/schemas', () => {
  it.each(names)('%s.json says what the code says', (name) => {
    expect(readFileSync(join(FOLDER, `${name}.json`), 'utf8')).toBe(textOf(name));
  });

  it('holds nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.json`).sort());
  });
});
