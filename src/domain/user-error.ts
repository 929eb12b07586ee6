/** A value put into a sentence: "zone 35 expected, easting 36 512 003 says 36". */
export type MessageParams = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Something the user can do something about. The words (zh, en) for each code stand in
 * `text/words/`; `params` hold the offending values. Everything else that throws is a bug of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly params: MessageParams;
  /** Plain data beside the sentence, e.g. candidates of a coordinate question. */
  readonly detail: unknown;

  constructor(code: string, params: MessageParams = {}, detail: unknown = null) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
    this.detail = detail;
  }
}
