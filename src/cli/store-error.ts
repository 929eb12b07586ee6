import { UserError } from '../domain/user-error.ts';

/** The code of a failure of the file system; undefined for any other. */
export function errnoOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return error instanceof Error && typeof code === 'string' ? code : undefined;
}

/** What the user is told of a failure while layers are written; anything else comes back as it is. */
export function asStoreError(error: unknown, file: string): unknown {
  const reason = errnoOf(error);
  if (reason === undefined || error instanceof UserError || !/^E[A-Z0-9]+$/.test(reason))
    return error;
  if (reason === 'ENOSPC' || reason === 'EDQUOT' || reason === 'EFBIG') {
    return new UserError('store-no-room', { file, reason });
  }
  if (reason === 'EACCES' || reason === 'EPERM' || reason === 'EROFS') {
    return new UserError('store-no-permission', { file, reason });
  }
  return new UserError('store-failed', { file, reason });
}
