import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCheck } from './check-job.ts';
import { main } from './main.ts';

/** The program: real streams, real clock. Both `src/cli` and `dist/cli` lie two below the root. */
const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  version: string;
};
const interrupted = new AbortController();
process.once('SIGINT', () => {
  interrupted.abort();
  process.exitCode = 130;
});

function output(stream: NodeJS.WriteStream) {
  return {
    write: (text: string): void => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
  return new Uint8Array(Buffer.concat(pieces));
}

const exit = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  packageRoot,
  version: manifest.version,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: readStdin,
  now: () => new Date(),
  signal: interrupted.signal,
  runCheck,
  threadScript: new URL('./check-thread.js', import.meta.url),
}).catch((error: unknown) => {
  if (interrupted.signal.aborted) return 130;
  throw error;
});
// Set, not called: what is still in the pipe gets written.
process.exitCode = exit;
