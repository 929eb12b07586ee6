import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Declaration {
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly { readonly name: string; readonly fieldName: string }[];
  readonly members: readonly { readonly name: string; readonly kind: string }[];
  readonly events: readonly { readonly name: string }[];
}
const { manifest } = (await import(join(root, '.setup/manifest.mjs'))) as {
  manifest(): { modules: { path: string; declarations: Declaration[] }[] };
};

const all = manifest().modules;

it('names both elements, with the files the package exports', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const { path, declarations } of all) {
    const [{ tagName, description }] = declarations as [Declaration];
    expect(exports[`./${tagName}`].default).toBe(`./${path}`);
    expect(description).toContain(`<${tagName}>`);
  }
  expect(all).toHaveLength(2);
});

it.each(['sanxian-app', 'sanxian-map'])('says of %s what its source does', (tag) => {
  const source = readFileSync(join(root, `src/app/${tag}.ts`), 'utf8');
  const declared = all.find(({ path }) => path === `dist/${tag}.js`)!.declarations[0]!;
  const has = (field: string) =>
    new RegExp(`^ {2}(?:@property.*\\n? +.*|get |readonly |async |)\\b${field}\\b`, 'm').test(
      source,
    );
  for (const { name } of declared.members) expect(has(name), name).toBe(true);
  // attributes that are not the name in small letters are written out
  for (const { name, fieldName } of declared.attributes) {
    const written = new RegExp(`attribute: '([\\w-]+)'[^@;]*\\b${fieldName}\\b`).exec(source)?.[1];
    expect(written ?? fieldName.toLowerCase(), fieldName).toBe(name);
  }
  for (const { name } of declared.events) expect(source, name).toContain(`@fires ${name}`);
});
