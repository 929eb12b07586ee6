/** The house rules as pure functions over file texts, so that the test can plant violations. */

export interface Room {
  readonly name: string;
  readonly floor: number;
  readonly mayImport: readonly string[];
  readonly doors: readonly string[];
}

/** Reads the rooms table of ARCHITECTURE.md. */
export function readRooms(markdown: string): Room[] {
  return markdown
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^\d$/.test(cells[1]!))
    .map((cells) => ({
      floor: Number(cells[1]),
      name: cells[2]!,
      mayImport: cells[3]!.split(/\s+/).filter(Boolean),
      doors: cells[4]!.split(/,\s*/).filter(Boolean),
    }));
}

/** Every module specifier of a TypeScript file: static, dynamic, re-export, worker and asset URLs. */
export function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const patterns = [
    /(?:^|[\n;])\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g,
    /(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]/g,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    /new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!));
}

/** Violations as `a.ts -> b.ts`, or a sentence. `files` maps paths below `src/` to their text. */
export function findViolations(
  files: ReadonlyMap<string, string>,
  rooms: readonly Room[],
): string[] {
  const byName = new Map(rooms.map((room) => [room.name, room]));
  const found: string[] = [];
  for (const [path, text] of files) {
    const room = byName.get(path.split('/')[0]!);
    if (!room) {
      found.push(`${path}: no such room`);
      continue;
    }
    for (const specifier of importsOf(text)) {
      if (specifier.startsWith('.')) {
        const target = resolvePath(path, specifier);
        const targetRoom = target.split('/')[0]!;
        if (targetRoom === '..') {
          // Data beside src: served files and the package's own papers, for the app and the CLI.
          if (room.floor < 4) found.push(`${path} -> ${specifier}`);
        } else if (targetRoom !== room.name && !room.mayImport.includes(targetRoom)) {
          found.push(`${path} -> ${target}`);
        }
      } else {
        const door = doorOf(specifier, rooms);
        if (!door) found.push(`${path} -> ${specifier} (no room has this door)`);
        else if (!door.includes(room.name)) found.push(`${path} -> ${specifier}`);
      }
    }
    if (room.floor < 4) found.push(...forbiddenGlobals(path, text));
  }
  found.push(...registryGaps(files));
  return found;
}

function doorOf(specifier: string, rooms: readonly Room[]): string[] | null {
  const library = specifier.startsWith('node:')
    ? 'node'
    : specifier.startsWith('@')
      ? specifier.split('/').slice(0, 2).join('/')
      : specifier.split('/')[0]!;
  const owners = rooms.filter((room) => room.doors.includes(library)).map((room) => room.name);
  return owners.length > 0 ? owners : null;
}

const FORBIDDEN: readonly [RegExp, string][] = [
  [/\bconsole\s*\./, 'console'],
  [/\bDate\.now\s*\(/, 'a clock'],
  [/\bnew Date\s*\(\s*\)/, 'a clock'],
  [/\bperformance\.now\s*\(/, 'a clock'],
  [
    /(?<![\w/.])(?:window|localStorage|navigator)\s*\.\s*[a-zA-Z]|(?<![\w/.])document\s*\.\s*(?:body|head|cookie|fonts|createElement|querySelector|getElement|addEvent|adopted|active|documentElement)/,
    'the DOM',
  ],
  [/\bprocess\s*\.\s*(?:env|argv|cwd|std)/, 'the process'],
  [/\bMath\.random\s*\(/, 'chance'],
];

function forbiddenGlobals(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  return FORBIDDEN.filter(([pattern]) => pattern.test(code)).map(
    ([, what]) => `${path} knows ${what}`,
  );
}

/** Each file beside a registry must be named in it: a forgotten line is a feature nobody can reach. */
function registryGaps(files: ReadonlyMap<string, string>): string[] {
  const gaps: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith('/registry.ts')) continue;
    const folder = path.slice(0, -'registry.ts'.length);
    const imported = new Set(importsOf(text).map((specifier) => resolvePath(path, specifier)));
    for (const other of files.keys()) {
      const direct = other.startsWith(folder) && !other.slice(folder.length).includes('/');
      if (direct && other !== path && isEntry(files.get(other)!) && !imported.has(other)) {
        gaps.push(`${path} forgets ${other}`);
      }
    }
  }
  return gaps;
}

/** Entries of a registry export a record typed for it; files that only help an entry do not. */
function isEntry(text: string): boolean {
  return /export const \w+\s*(?::\s*\w*(?:Format|Command)\b|=[\s\S]*?satisfies \w*(?:Format|Command)\b)/.test(
    text,
  );
}

function resolvePath(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.replace(/[?#].*$/, '').split('/')) {
    if (step === '..') {
      if (parts.length === 0 || parts[parts.length - 1] === '..') parts.push('..');
      else parts.pop();
    } else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
