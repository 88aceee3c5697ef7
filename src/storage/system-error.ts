import { describeCause } from '../errors/describe-cause.ts'
import { CassetteError, CassetteSaveError } from '../errors/errors.ts'
import { isError } from '../platform/cross-realm.ts'
import { showPath } from './show-path.ts'

/** The code of a system error, such as `ENOENT`; undefined for other errors. */
export function systemErrorCode(error: unknown): string | undefined {
  return isError(error) && 'code' in error ? String(error.code) : undefined
}

const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder; name a file in it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EPERM: 'the operation is not permitted',
  ERR_INVALID_ARG_VALUE: 'the name has a NUL character, which no file name has',
}

/** Explains a system error; falls back to its own message. */
export function describeSystemError(error: unknown): string {
  const meaning = MEANINGS[systemErrorCode(error) ?? '']
  return meaning ?? describeCause(error)
}

/** Runs a file operation, and rethrows its errors as `CassetteSaveError`. */
export function wrapSaveErrors<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    if (cause instanceof CassetteError) throw cause
    throw new CassetteSaveError(
      file,
      `Failed to write the cassette ${showPath(file)}: ${describeSystemError(cause)}.`,
      {
        cause,
      },
    )
  }
}
