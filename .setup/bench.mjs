import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, node, root } from './run.mjs';

/** `npm run bench`: the benchmarks of `tests/bench`, with the arguments given. */
await ensureInstalled();
const script = join(root, 'tests', 'bench', 'run.mjs');
if (!existsSync(script)) fail('There are no benchmarks: tests/bench/run.mjs is missing.');
process.exitCode = await node(script, process.argv.slice(2));
