import { crc32 } from '../../bytes/crc32.ts';
import type { Logo } from '../../domain/report-template.ts';

export const MAX_LOGO_BYTES = 512 * 1024;
export const MAX_LOGO_PIXELS = 2000;

/** Why a file is no logo: `format` no PNG, `damaged`, `bytes` or `pixels` too large. */
export type LogoFault = 'format' | 'damaged' | 'bytes' | 'pixels';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What makes the picture; text, times, places and profiles of its maker are dropped. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** A PNG file with every chunk verified and nothing but the picture in it. */
export function pngLogo(bytes: Uint8Array, widthMm: number): Logo | { readonly fault: LogoFault } {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return { fault: 'format' };
  if (bytes.length > MAX_LOGO_BYTES) return { fault: 'bytes' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)];
  let size: { readonly width: number; readonly height: number } | null = null;
  for (let at = SIGNATURE.length; ; ) {
    if (at + 12 > bytes.length) return { fault: 'damaged' };
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return { fault: 'damaged' };
    const body = bytes.subarray(at + 4, end - 4);
    if (crc32(body) !== view.getUint32(end - 4)) return { fault: 'damaged' };
    const type = String.fromCharCode(...body.subarray(0, 4));
    if (size === null) {
      if (type !== 'IHDR' || length !== 13) return { fault: 'damaged' };
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (size.width === 0 || size.height === 0) return { fault: 'damaged' };
      if (Math.max(size.width, size.height) > MAX_LOGO_PIXELS) return { fault: 'pixels' };
    }
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  const heightMm = Math.round(((widthMm * size.height) / size.width) * 100) / 100;
  return { png: joinedBytes(kept), widthMm, heightMm };
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
