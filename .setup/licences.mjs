import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * The licence texts of all packages that ship, one after the other: what is bundled has no folder of its
 * own any more. Packages without a text are named with what their papers say (THIRD-PARTY.md).
 */
export function licences() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => {
      const folder = join(root, path);
      const { name, version, license } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const texts = readdirSync(folder)
        .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8').trim());
      const said =
        texts.length > 0 ? texts : [`Licence: ${JSON.stringify(license ?? 'see THIRD-PARTY.md')}`];
      return `${'='.repeat(78)}\n${name} ${version}\n${'='.repeat(78)}\n\n${said.join('\n\n')}\n`;
    })
    .sort()
    .join('\n')
    .replaceAll('\r\n', '\n');
}
