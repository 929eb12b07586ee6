import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileServer, serveFolders } from './file-server.ts';
import { root } from './served-app.ts';

const DIST = join(root, 'dist');

/** The policy as the page has it, with what only a header can say. */
export function headerPolicy(): string {
  const conf = readFileSync(join(root, 'data/server/headers.nginx.conf'), 'utf8');
  return /Content-Security-Policy "([^"]+)"/.exec(conf)![1]!;
}

/**
 * The built app with the documented policy on every answer: unlike the one in the page, it holds in
 * workers too.
 *
 * @param under such as `/a/b/`
 */
export async function serveDist(under = '/', policy = headerPolicy()): Promise<FileServer> {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is missing: npm run build');
  return serveFolders({ [under]: DIST }, { headers: { 'Content-Security-Policy': policy } });
}
