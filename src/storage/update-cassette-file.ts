import { decodeFile } from '../bytes/decode-file.ts'
import { block } from '../platform/block.ts'
import { elapsedTime } from '../platform/clock.ts'
import { GrowingFile } from './growing-file.ts'
import { LOCK_TIMEOUT_MS, lockTimeout } from './lock-file.ts'
import type { FileEdit } from './write-version.ts'

/**
 * Changes the text of a cassette on disk, see `updateCassetteBytes`.
 *
 * @param change converts the current text to the new one
 */
export function updateCassetteFile(file: string, change: (current: string) => string): void {
  updateCassetteBytes(file, (bytes) => {
    const text = decodeFile(bytes)
    const changed = change(text)
    return changed === text ? undefined : changed
  })
}

/**
 * Changes the content of a cassette on disk, see `GrowingFile`. It blocks the thread while another process writes the file.
 *
 * @param file an absolute path
 * @param change converts the current bytes to the new content; undefined to leave the file as it is
 * @throws CassetteSaveError if the file can't be written, and every CassetteError that `change` throws
 */
export function updateCassetteBytes(
  file: string,
  change: (current: Uint8Array<ArrayBuffer>) => string | Uint8Array | undefined,
): void {
  const growing = new GrowingFile(file)
  const start = elapsedTime()
  while (growing.write((content) => plan(content, change)) === 'busy') {
    if (elapsedTime() - start > LOCK_TIMEOUT_MS) throw lockTimeout(file)
    block(5 + Math.random() * 10)
  }
  growing.close()
}

function plan(
  content: Uint8Array<ArrayBuffer> | 'unchanged' | undefined,
  change: (current: Uint8Array<ArrayBuffer>) => string | Uint8Array | undefined,
): FileEdit | undefined {
  if (content === undefined || content === 'unchanged') return undefined
  const text = change(content)
  return text === undefined ? undefined : { keep: 0, end: content.length, text }
}
