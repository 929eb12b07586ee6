import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './served-app.ts';

const ASSETS = join(root, 'dist/assets');

/** WebKit runs a worker again for a part that asks for the worker's own file: two copies of its memory. */
it('has no part that asks for the file of a worker', () => {
  const names = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
  const code = names.map((name) => readFileSync(join(ASSETS, name), 'utf8'));
  const started = code.flatMap((text) => [
    ...text.matchAll(/new Worker\(new URL\(['"`]\.\/([^'"`]+)/g),
  ]);
  const workers = [...new Set(started.map(([, name]) => name!))];
  expect(workers.length).toBeGreaterThan(4);
  const asked = workers.filter((worker) => code.some((text) => asksFor(text, worker)));
  expect(asked).toEqual([]);
});

function asksFor(text: string, file: string): boolean {
  return ['"', "'", '`'].some((quote) =>
    [`from${quote}`, `import${quote}`, `import(${quote}`].some((way) =>
      text.includes(`${way}./${file}${quote}`),
    ),
  );
}
