import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { writeTarGz, writeZip } from './archive.mjs';
import { build } from './build.mjs';
import { licences } from './licences.mjs';
import { packagesBehind } from './package-closure.mjs';
import { ensureInstalled, fail, root, run } from './run.mjs';

/**
 * `npm run release [-- --out folder] [--node archive-or-folder] [--format zip,tar.gz]`: everything an office
 * without internet needs, in one archive. Node is enclosed where it is given, and never downloaded.
 */
const OFFICE = join(import.meta.dirname, 'office');
const RUNS = ['start.sh', 'sanxian', 'node/bin/node', 'dist/cli/sanxian.js'];

/** Of packages, what no program reads: types, sources of sources, other weights of the font. */
const UNREAD = [
  /\.d\.[mc]?ts$/,
  /\.map$/,
  /\/noto-sans-sc\/(?!400Regular|700Bold)[^/]+\/[^/]+\.ttf$/,
  /\/noto-sans-sc\/font-family\.png$/,
  /\/gdal3\.dev\.js$/,
  /\/(?:test|tests|benchmark|benchmarks|example|examples|docs|\.github)\//,
  /\/(?:README|CHANGELOG|HISTORY|CONTRIBUTING)[^/]*$/i,
];

/** Writes the archives; resolves with their paths. */
export async function release({ out, node = null, formats = ['zip', 'tar.gz'] }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const work = mkdtempSync(join(tmpdir(), 'sanxian-release-'));
  try {
    const enclosed = node === null ? null : await nodeFrom(resolve(node), work);
    const files = gather(version, enclosed);
    const sums = [...files].map(([path, file]) => `${sha256(file.bytes())}  ${path}\n`);
    files.set('SHA256SUMS', text(sums.join('')));
    const name = `sanxian-${version}-office${enclosed === null ? '' : '-with-node'}`;
    const entries = [...files]
      .map(([path, file]) => ({
        ...file,
        path: `${name}/${path}`,
        executable: RUNS.includes(path),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    mkdirSync(out, { recursive: true });
    const written = formats.map((format) => join(out, `${name}.${format}`));
    for (const file of written) {
      if (file.endsWith('.zip')) writeZip(file, entries);
      else await writeTarGz(file, entries);
    }
    return written;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Path in the archive to content, sorted. */
function gather(version, enclosed) {
  const files = new Map();
  const add = (from, to, wanted = () => true) => {
    for (const path of walk(from)) {
      const place = path === '' ? to : `${to}/${path}`;
      if (wanted(place)) files.set(place, onDisk(path === '' ? from : join(from, path)));
    }
  };
  // layers and data lie once, beside the page: the command line writes where the page reads
  add(join(root, 'dist'), 'dist', (path) => !/^dist\/(?:layers|data|types)\//.test(path));
  add(join(root, 'layers'), 'layers');
  add(join(root, 'data'), 'data');
  for (const path of packagesBehind([join(root, 'dist', 'cli')])) {
    const nested = new RegExp(`^${path}/node_modules/`);
    const wanted = (place) => !nested.test(place) && !UNREAD.some((one) => one.test(place));
    add(join(root, path), path, wanted);
  }
  for (const name of ['LICENSE', 'THIRD-PARTY.md', 'CHANGELOG.md']) add(join(root, name), name);
  files.set('LICENSES.txt', text(licences()));
  add(join(import.meta.dirname, 'serve.mjs'), 'serve.mjs');
  files.set('package.json', text(ownPackage(version)));
  for (const name of readdirSync(OFFICE))
    files.set(name, text(officeText(name, version, enclosed)));
  if (enclosed !== null) add(enclosed, 'node');
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The command line reads its version here, and Node that these are modules. */
function ownPackage(version) {
  return `${JSON.stringify({ name: 'sanxian', version, type: 'module', private: true }, null, 2)}\n`;
}

/** Scripts of Windows, and what its editor opens, have its line ends; the text says that it is UTF-8. */
function officeText(name, version, enclosed) {
  const raw = readFileSync(join(OFFICE, name), 'utf8')
    .replaceAll('\r\n', '\n')
    .replaceAll('{version}', version)
    .replaceAll('{node}', enclosed === null ? '本包不含，请先安装' : '本包已带')
    .replaceAll('{nodeEnglish}', enclosed === null ? 'not enclosed' : 'enclosed');
  if (name.endsWith('.txt')) return `\uFEFF${raw.replaceAll('\n', '\r\n')}`;
  return name.endsWith('.cmd') ? raw.replaceAll('\n', '\r\n') : raw;
}

/** The program of a Node distribution and its licence, in a folder of its own. */
async function nodeFrom(given, work) {
  if (!existsSync(given)) fail(`--node ${given}: there is no such file or folder.`);
  let folder = given;
  if (!statSync(given).isDirectory()) {
    folder = join(work, 'unpacked');
    mkdirSync(folder);
    const zip = given.endsWith('.zip') && process.platform !== 'win32';
    const unpack = zip ? ['unzip', '-q', given, '-d', folder] : ['tar', '-xf', given, '-C', folder];
    if ((await run(unpack[0], unpack.slice(1))) !== 0) fail(`--node ${given} cannot be unpacked.`);
    const [inner, ...others] = readdirSync(folder);
    if (inner !== undefined && others.length === 0) folder = join(folder, inner);
  }
  const program = ['node.exe', 'bin/node'].find((path) => existsSync(join(folder, path)));
  if (!program) fail(`--node ${given}: neither node.exe nor bin/node is in it.`);
  const out = join(work, 'node');
  cpSync(join(folder, program), join(out, program), { dereference: true });
  if (existsSync(join(folder, 'LICENSE'))) cpSync(join(folder, 'LICENSE'), join(out, 'LICENSE'));
  return out;
}

/** Files below a folder, '' for a file itself; with '/' on every system. */
function walk(path) {
  if (!statSync(path).isDirectory()) return [''];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    );
}

function onDisk(path) {
  return { bytes: () => readFileSync(path) };
}

function text(content) {
  return { bytes: () => Buffer.from(content) };
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function readArguments(args) {
  const options = { out: join(root, 'dist-release') };
  for (let at = 0; at < args.length; at += 2) {
    const value = args[at + 1];
    if (value === undefined) fail(`${args[at]}: a value is missing`);
    if (args[at] === '--out') options.out = resolve(value);
    else if (args[at] === '--node') options.node = value;
    else if (args[at] === '--format') options.formats = value.split(',');
    else fail(`${args[at]} is unknown; there are --out, --node, --format.`);
  }
  const unknown = (options.formats ?? []).filter((format) => !['zip', 'tar.gz'].includes(format));
  if (unknown.length > 0) fail(`--format ${unknown}: zip, tar.gz`);
  return options;
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  await ensureInstalled();
  const options = readArguments(process.argv.slice(2));
  await build();
  for (const file of await release(options)) {
    const { size } = statSync(file);
    console.log(
      `${(size / 1e6).toFixed(1)} MB  ${basename(file)}  sha256 ${sha256(readFileSync(file))}`,
    );
  }
}
