import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Hex SHA-256. Pure and synchronous: `crypto.subtle` does not exist on plain-http intranets. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** For large inputs, piece by piece. */
export function sha256Stream(): { update(bytes: Uint8Array): void; digestHex(): string } {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digestHex: () => bytesToHex(hash.digest()),
  };
}

/** The bytes that hex digits stand for. */
export function bytesOfHex(hex: string): Uint8Array {
  return hexToBytes(hex);
}

/** SHA-256 as its 32 bytes. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}
