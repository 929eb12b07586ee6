import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8');
const policy = page.match(/http-equiv="Content-Security-Policy"\s+content="([^"]+)"/)?.[1] ?? '';

it('allows its one inline script by the hash of what stands there, and nothing else inline', () => {
  const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text!);
  expect(inline).toHaveLength(1);
  const hash = createHash('sha256').update(inline[0]!).digest('base64');
  expect(policy).toContain(`'sha256-${hash}'`);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  expect(page).not.toMatch(/\sstyle="|\son\w+="/);
});

it('lets nothing off the machine', () => {
  for (const directive of ["default-src 'self'", "connect-src 'self'", "worker-src 'self'"]) {
    expect(policy).toContain(directive);
  }
  expect(policy).not.toMatch(/https?:|\*/);
});

it('speaks to old browsers in a script that they can read', () => {
  const script = page.match(/<script>([\s\S]*?)<\/script>/)![1]!;
  expect(script).not.toMatch(/=>|\b(const|let)\b|`|\?\./);
  expect(page).toContain('此浏览器版本过旧');
});

it('says in the documented headers what it says of itself, and who may frame it', () => {
  const headers = readFileSync(
    join(import.meta.dirname, '../../data/server/headers.nginx.conf'),
    'utf8',
  );
  const documented = /Content-Security-Policy "([^"]+)"/.exec(headers)?.[1];
  expect(documented).toBe(`${policy}; frame-ancestors 'self'`);
});
