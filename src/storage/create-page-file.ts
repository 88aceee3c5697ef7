import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { createFolder } from './create-folder.ts'
import { showPath } from './show-path.ts'
import { describeSystemError, systemErrorCode } from './system-error.ts'
import { replaceDurably } from './temporary-file.ts'

const { closeSync, openSync, readSync } = nodeBuiltin('fs')
const { dirname } = nodeBuiltin('path')

/** A page to write. */
export interface NewPage {
  /** An absolute path. Its folder is created if it does not exist. */
  readonly file: string
  readonly text: string
  /** A text near the beginning of each page of this library. */
  readonly mark: string
  /** Which existing files are replaced. */
  readonly replace: 'own pages' | 'any file'
}

/**
 * Writes a page. The file is complete or absent, even if the process is killed.
 *
 * @returns `'kept'` if there is a file that is not a page of this library
 * @throws CassetteSaveError
 */
export function createPageFile({ file, text, mark, replace }: NewPage): 'written' | 'kept' {
  try {
    if (replace === 'own pages' && !isFree(file, mark)) return 'kept'
    createFolder(dirname(file))
    replaceDurably(file, text)
    return 'written'
  } catch (cause) {
    throw new CassetteSaveError(file, `Failed to write the page ${showPath(file)}: ${describeSystemError(cause)}.`, {
      cause,
    })
  }
}

/** The mark is within the first bytes. */
const HEAD_BYTES = 1_024

function isFree(file: string, mark: string): boolean {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return true
    throw error
  }
  try {
    const head = new Uint8Array(HEAD_BYTES)
    const length = readSync(handle, head)
    return new TextDecoder().decode(head.subarray(0, length)).includes(mark)
  } finally {
    closeSync(handle)
  }
}
