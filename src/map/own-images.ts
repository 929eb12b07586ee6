import type { OwnImage } from './own-style.ts';
import type { MapTheme } from './theme.ts';

/** The disc behind a number (14 px) and the square at a vertex (3 px), at the display's density. */
export function paintOwnImage(name: OwnImage, theme: MapTheme, pixelRatio: number): ImageData {
  const { project, 'project-case': edge } = theme.color;
  const side = Math.ceil((name === 'badge' ? 16 : 5) * pixelRatio);
  const pen = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
  pen.scale(pixelRatio, pixelRatio);
  const middle = side / pixelRatio / 2;
  if (name === 'badge') {
    disc(pen, middle, 8, edge);
    disc(pen, middle, 7, project);
  } else {
    pen.fillStyle = project;
    pen.fillRect(middle - 1.5, middle - 1.5, 3, 3);
  }
  return pen.getImageData(0, 0, side, side);
}

function disc(
  pen: OffscreenCanvasRenderingContext2D,
  middle: number,
  radius: number,
  color: string,
): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  pen.fill();
}
