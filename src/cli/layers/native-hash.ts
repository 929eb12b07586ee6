import { createHash } from 'node:crypto';

/** SHA-256 by the platform: some ten times faster than the portable one. */
export function nativeHash() {
  const hash = createHash('sha256');
  return {
    update: (bytes: Uint8Array): void => {
      hash.update(bytes);
    },
    digestHex: (): string => hash.digest('hex'),
  };
}
