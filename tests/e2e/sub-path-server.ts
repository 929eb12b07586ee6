import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './served-app.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

/**
 * The built app under a sub-path, with a strict policy on every answer: unlike the one in the page, it
 * holds in workers too.
 */
export async function serveUnderSubPath(policy: string): Promise<StaticServer> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is missing: npm run build');
  return serveFolder(dist, '/a/b/', { 'Content-Security-Policy': policy });
}
