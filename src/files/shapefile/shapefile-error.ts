/** A shapefile that contradicts itself. */
export class ShapefileError extends Error {
  override readonly name = 'ShapefileError';
  readonly code: 'magic' | 'truncated' | 'record' | 'multipatch' | 'kind' | 'table';
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ShapefileError['code'], params: ShapefileError['params'] = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
