import { MAX_INFLATED_BYTES } from '../body/inflate.ts'
import { runAtExit } from '../platform/at-exit.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { inFolder } from './create-folder.ts'
import { stampOf } from './file-stamp.ts'
import { type Lock, tryLock } from './lock-file.ts'
import { resolveLinks } from './resolve-links.ts'
import { systemErrorCode, wrapSaveErrors } from './system-error.ts'
import { temporaryPath } from './temporary-file.ts'
import { extendOlder, type FileEdit, type OlderVersion, writeCopy } from './write-version.ts'

const { linkSync, readFileSync, renameSync, rmSync, statSync } = nodeBuiltin('fs')
const { dirname } = nodeBuiltin('path')

/**
 * Plans a change.
 *
 * @param current the bytes of the file; `'unchanged'` if it is as the last `write` has left it; undefined if there is no file
 * @returns undefined to change nothing: the file is then not written, so that file watchers are not triggered
 */
type PlanEdit = (current: Uint8Array<ArrayBuffer> | 'unchanged' | undefined) => FileEdit | undefined

/** `'busy'`: another process or thread is writing the file, or has just changed it. Nothing was written; try again later. */
export type WriteOutcome = 'written' | 'busy'

/** From this size on, the previous version of a file is kept for the next write. Copying a smaller file takes no longer. */
const MIN_SPARE_BYTES = 64 * 1024

/**
 * A cassette that grows. At any time it has either its old or its new content, even if the process is killed: a new version is
 * written next to it and renamed. An addition to a large file is nevertheless a small write: the previous version is kept under a
 * temporary name, lacks only the last two additions, and becomes the next version.
 */
export class GrowingFile {
  readonly #file: string
  /** The path and the stamp of the version that this object wrote last. */
  #last: string | undefined
  #spare: (OlderVersion & { readonly remove: () => void }) | undefined

  /** @param file an absolute path */
  constructor(file: string) {
    this.#file = file
  }

  /**
   * Changes the file. Several processes can call this simultaneously: each of them sees the content that the previous one wrote.
   *
   * @throws CassetteSaveError if the file can't be written, and every CassetteError that `plan` throws
   */
  write(plan: PlanEdit): WriteOutcome {
    return wrapSaveErrors(this.#file, () => {
      const target = resolveLinks(this.#file)
      const lock = lockInFolder(target)
      if (!lock) return 'busy'
      try {
        return this.#writeLocked(target, lock, plan)
      } finally {
        lock.release()
      }
    })
  }

  /** Removes the previous version from the disk. The next write copies the file again. */
  close(): void {
    this.#spare?.remove()
    this.#spare = undefined
  }

  #writeLocked(target: string, lock: Lock, plan: PlanEdit): WriteOutcome {
    const stamp = stampOf(target)
    const isKnown = `${target}:${stamp}` === this.#last
    const content = isKnown ? undefined : readIfExists(target)
    const edit = plan(isKnown ? 'unchanged' : content)
    if (!edit) return 'written'
    const size = statSync(target, { throwIfNoEntry: false })?.size ?? 0
    assertSize(edit, size)
    const spare = isKnown && size === edit.keep ? this.#spare : undefined
    const temporary = spare?.path ?? temporaryPath(target)
    try {
      const next =
        (spare && extendOlder(spare, target, edit)) ??
        writeCopy(temporary, target, content ?? readIfExists(target), edit)
      // Programs that do not know the lock, such as editors, can have changed the file in the meantime.
      if (!lock.isHeld() || stampOf(target) !== stamp) return 'busy'
      this.#replace(target, temporary, { stamp: stamp ?? '', size: size === edit.keep ? size : 0 })
      this.#last = `${target}:${next}`
      return 'written'
    } finally {
      rmSync(temporary, { force: true })
    }
  }

  /** @param previous the current version; its size is 0 if the next one does not begin with all of its bytes */
  #replace(target: string, temporary: string, previous: Omit<OlderVersion, 'path'>): void {
    const kept = previous.size < MIN_SPARE_BYTES ? undefined : keepPrevious(target)
    renameSync(temporary, target)
    this.close()
    this.#spare = kept && { ...kept, ...previous }
  }
}

/** While the folder contains the lock, no other process removes it. */
function lockInFolder(target: string): Lock | undefined {
  let lock: Lock | undefined
  inFolder(dirname(target), () => {
    lock = tryLock(target)
  })
  return lock
}

/** Not a Buffer, because the bodies of a cassette are views of it and would be Buffers too. */
function readIfExists(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const { buffer, byteOffset, length } = readFileSync(file)
    return new Uint8Array(buffer, byteOffset, length)
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A larger cassette could not be read. */
function assertSize({ keep, end, text }: FileEdit, size: number): void {
  const grown = keep + Buffer.byteLength(text) + Math.max(size - end, 0)
  if (grown <= MAX_INFLATED_BYTES) return
  throw new Error(
    `it would have ${grown} bytes, and can have at most ${MAX_INFLATED_BYTES}. Record into several cassettes`,
  )
}

/**
 * Gives the current version of a file a second name, under which it remains when it is replaced.
 *
 * @returns undefined on file systems without hard links
 */
function keepPrevious(file: string): (Pick<OlderVersion, 'path'> & { remove: () => void }) | undefined {
  const path = temporaryPath(file)
  try {
    linkSync(file, path)
  } catch {
    return undefined
  }
  const remove = (): void => rmSync(path, { force: true })
  const cancel = runAtExit(remove)
  return {
    path,
    remove() {
      cancel()
      remove()
    },
  }
}
