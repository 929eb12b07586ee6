import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Everything that asks for a module by its name. */
const ASKED = [
  /(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`./][^"'`\n]*)["'`]/g,
  /\brequire(?:\.resolve)?\(\s*["'`]([^"'`./][^"'`\n]*)["'`]/g,
  /createRequire\([^)]*\)\(\s*["'`]([^"'`./][^"'`\n]*)["'`]/g,
  // addresses of files within packages, resolved when they are needed
  /["'`]((?:@[\w.-]+\/)?[\w.-]+\/[\w./-]+\.(?:ttf|wasm))["'`]/g,
];

/** Packages that built files ask for, with all that those need: paths as in package-lock.json, sorted. */
export function packagesBehind(folders) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Set();
  const take = (path) => {
    if (found.has(path)) return;
    found.add(path);
    const { dependencies = {} } = packages[path];
    for (const name of Object.keys(dependencies)) {
      const needed = placeOf(packages, path, name);
      if (needed === null)
        throw new Error(`${path} needs ${name}, which the lock file does not have`);
      take(needed);
    }
  };
  for (const name of namesIn(folders)) {
    const path = `node_modules/${name}`;
    if (Object.hasOwn(packages, path)) take(path);
  }
  return [...found].sort();
}

function namesIn(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((path) => path.endsWith('.js'))
      .map((path) => join(folder, path)),
  );
  const names = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    return ASKED.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name));
  });
  return [...new Set(names.map(packageOf))].filter(
    (name) => !name.startsWith('node:') && !builtinModules.includes(name),
  );
}

function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** As Node looks: beside the one that asks, then further out. */
function placeOf(packages, from, name) {
  for (let at = from; ; ) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, path)) return path;
    if (at === '') return null;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}
