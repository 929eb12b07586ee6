import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Licences that a package states in its papers only, or misspells; read by hand. */
const STATED = { arc: 'BSD-2-Clause', 'splaytree-ts': 'BSD-3-Clause' };

/** Lists what the built app and the command line carry: every package that is not for development. */
export function thirdParty() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const rows = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')))
    .map(({ name, version, license, repository, homepage }) => {
      const url = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
      const source = url.replace(/^git\+/, '').replace(/\.git$/, '');
      return `| ${name} | ${version} | ${STATED[name] ?? license ?? '?'} | ${source} |`;
    });
  const unique = [...new Set(rows)].sort();
  return [
    '# 第三方软件 / Third-party software',
    '',
    '随应用和命令行分发的软件包。许可证全文在各软件包内。',
    'Packages that ship with the app and the command line; the licence texts lie in the packages.',
    'Written by `node .setup/third-party.mjs`; a test compares it with package-lock.json.',
    '',
    '| package | version | licence | source |',
    '|---|---|---|---|',
    ...unique,
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  writeFileSync(join(root, 'THIRD-PARTY.md'), thirdParty());
}
