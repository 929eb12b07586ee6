import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Directive by directive. */
function policy(text: string): Map<string, string> {
  const directives = text.split(';').map((one) => one.trim().split(/\s+/));
  return new Map(directives.map(([name, ...values]) => [name!, values.join(' ')]));
}

const inPage = policy(
  /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read('index.html'))![1]!,
);

it.each([
  ['data/deploy/nginx.conf', /add_header Content-Security-Policy "([^"]+)"/],
  ['data/deploy/Caddyfile', /header Content-Security-Policy "([^"]+)"/],
])('%s sends the policy of the page, and who may frame it', (path, pattern) => {
  const sent = policy(pattern.exec(read(path))![1]!);
  expect(sent.get('frame-ancestors')).toBe("'self'");
  sent.delete('frame-ancestors');
  expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(inPage));
});
