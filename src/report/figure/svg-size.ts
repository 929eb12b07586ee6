/** Size of one of our figures, as its root element gives it in millimetres. */
export function svgSizeMm(svg: string): { readonly widthMm: number; readonly heightMm: number } {
  const size = /^<svg[^>]* width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg);
  if (!size) throw new Error('a figure without a size in millimetres');
  return { widthMm: Number(size[1]), heightMm: Number(size[2]) };
}
