import type { Reason } from '../domain/facts.ts';
import { UserError } from '../domain/user-error.ts';

/**
 * Why a layer could not be looked at. Every failure of a layer ends here and becomes `failed`, also
 * one that nobody foresaw: a layer that breaks is not an empty layer. Only cancelling passes through.
 */
export function reasonOfFailure(error: unknown, layer: string): Reason {
  if (error instanceof Error && error.name === 'AbortError') throw error;
  if (error instanceof UserError) return { code: error.code, params: { layer, ...error.params } };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'layer-failed', params: { layer, message } };
}
