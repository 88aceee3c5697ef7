import { block } from '../platform/block.ts'
import { elapsedTime } from '../platform/clock.ts'
import { GrowingFile } from './growing-file.ts'
import { LOCK_TIMEOUT_MS, lockTimeout } from './lock-file.ts'
import type { FileEdit } from './write-version.ts'

/**
 * Changes the text of a cassette on disk, see `GrowingFile`. It blocks the thread while another process writes the file.
 *
 * @param file an absolute path
 * @param change converts the current text to the new one
 * @throws CassetteSaveError if the file can't be written, and every CassetteError that `change` throws
 */
export function updateCassetteFile(file: string, change: (current: string) => string): void {
  const growing = new GrowingFile(file)
  const start = elapsedTime()
  while (growing.write((content) => plan(content, change)) === 'busy') {
    if (elapsedTime() - start > LOCK_TIMEOUT_MS) throw lockTimeout(file)
    block(5 + Math.random() * 10)
  }
  growing.close()
}

function plan(
  content: Uint8Array | 'unchanged' | undefined,
  change: (current: string) => string,
): FileEdit | undefined {
  if (content === undefined || content === 'unchanged') return undefined
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  const changed = change(text)
  return changed === text ? undefined : { keep: 0, end: content.length, text: changed }
}
