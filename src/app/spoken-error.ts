import { type MessageParams, UserError } from '../domain/user-error.ts';
import type { Text } from '../text/text.ts';

/** A UserError that came over from the worker together with its sentence. */
export class SpokenError extends UserError {
  readonly text: Text;

  constructor(code: string, params: MessageParams, detail: unknown, text: Text) {
    super(code, params, detail);
    this.text = text;
  }
}
