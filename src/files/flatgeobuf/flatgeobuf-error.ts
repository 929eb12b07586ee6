/** Where a FlatGeobuf file breaks its own rules. */
export type FlatGeobufFault = 'magic' | 'truncated' | 'header' | 'count' | 'index' | 'feature';

/**
 * A file that is no FlatGeobuf file, or one that contradicts itself. `params.what` names the rule in
 * a word; the rest are the offending values.
 */
export class FlatGeobufError extends Error {
  override readonly name = 'FlatGeobufError';
  readonly code: FlatGeobufFault;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FlatGeobufFault, params: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
