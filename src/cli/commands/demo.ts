import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buildDemo } from '../../demo/build-demo.ts';
import type { DemoFacts } from '../../demo/facts.ts';
import { UserError } from '../../domain/user-error.ts';
import { fileSegments } from '../../files/catalog.ts';
import { CLI_SAID } from '../../text/words/cli.ts';
import { readInput } from '../input-files.ts';
import type { ExitCode, Io } from '../io.ts';
import type { CliCommand } from './command.ts';

const SCALES = ['county', 'province'] as const;

/** `sanxian demo build`: the demonstration layers from `data/sources/ningxia.json`. */
export const demo: CliCommand = {
  name: 'demo',
  define: (program, run, io) => {
    const group = program.command('demo').description('the demonstration layers');
    group
      .command('build')
      .description('write the demonstration layers; province is the 500,000-parcel size')
      .option('--scale <county|province>', 'size', 'county')
      .requiredOption('--out <folder>', 'where to')
      .action((raw: { scale: string; out: string }) => run(() => build(raw, io)));
  },
};

async function build(raw: { scale: string; out: string }, io: Io): Promise<ExitCode> {
  const scale = SCALES.find((one) => one === raw.scale);
  if (scale === undefined) {
    const choices = SCALES.join(', ');
    throw new UserError('cli-choice', { option: '--scale', value: raw.scale, choices });
  }
  const source = await readInput(join(io.packageRoot, 'data', 'sources', 'ningxia.json'));
  const facts = JSON.parse(new TextDecoder().decode(source)) as DemoFacts;
  for await (const { file, bytes } of buildDemo({ facts, scale })) {
    io.signal.throwIfAborted();
    const path = join(resolve(io.cwd, raw.out), ...fileSegments(file));
    await writeWhole(path, bytes);
    io.stdout.write(`${CLI_SAID.written(path).en} (${bytes.length})\n`);
  }
  return 0;
}

/** The catalog comes last; each file appears whole or not at all. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.tmp`, bytes);
    await rename(`${path}.tmp`, path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError('cli-out-unwritable', { file: path, reason });
  }
}
