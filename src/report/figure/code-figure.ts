import { encode } from 'uqr';
import { markup } from '../markup.ts';

const SIDE_MM = 26;

/** A QR code as SVG, 26 mm wide with its quiet zone: one path, black on white. */
export function codeFigure(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  let path = '';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    });
  });
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE_MM}mm" height="${SIDE_MM}mm" viewBox="0 0 ${size} ${size}" role="img" aria-label="${text}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
    .source;
}

/** What the code on page one says: number and digest, no address. */
export function codeText(number: string, digest: string): string {
  return `sanxian:1:${number}:${digest.replace(/^sha256:/, '')}`;
}
