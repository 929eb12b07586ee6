import { spawn } from 'node:child_process';
import { UserError } from '../domain/user-error.ts';

/**
 * A detached signature by the deployer's own program (a CA client, SM2 hardware): it reads the bytes on
 * its input and writes the signature on its output. Keys never pass through here.
 *
 * @throws UserError `cli-sign-failed` with what the program said
 */
export function signerOf(command: string): (bytes: Uint8Array) => Promise<Uint8Array> {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, { shell: true, stdio: 'pipe' });
      const out: Buffer[] = [];
      const said: Buffer[] = [];
      child.stdout.on('data', (piece: Buffer) => out.push(piece));
      child.stderr.on('data', (piece: Buffer) => said.push(piece));
      const fail = (reason: string): void => {
        reject(new UserError('cli-sign-failed', { command, reason }));
      };
      child.on('error', (error) => fail(error.message));
      child.on('close', (code) => {
        const signature = Buffer.concat(out);
        if (code === 0 && signature.length > 0) resolve(new Uint8Array(signature));
        else fail(Buffer.concat(said).toString('utf8').trim().slice(0, 400) || `exit ${code}`);
      });
      // A program that ends without reading is told by its exit, not by a broken pipe.
      child.stdin.on('error', () => {});
      child.stdin.end(bytes);
    });
}
