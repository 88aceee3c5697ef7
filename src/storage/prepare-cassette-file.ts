import { nodeBuiltin } from '../platform/builtin.ts'
import { inFolder, removeEmptyFolders } from './create-folder.ts'
import { tryLock } from './lock-file.ts'
import { resolveLinks } from './resolve-links.ts'
import { systemErrorCode, wrapSaveErrors } from './system-error.ts'
import { removeLeftovers, temporaryPath, writeDurably } from './temporary-file.ts'

const { linkSync, rmSync } = nodeBuiltin('fs')
const { dirname } = nodeBuiltin('path')

/** One block of a typical file system: a full disk can still create empty files, but can't store a block. */
const PROBE_BYTES = 4096

/**
 * Checks that a cassette can be written, before any request is sent to record it: locks it, and writes and removes a file in its
 * folder. Removes the folder if it did not exist: the test possibly records nothing.
 *
 * @param file an absolute path
 * @throws CassetteSaveError if the folder or the file can't be written
 */
export function prepareCassetteFile(file: string): void {
  wrapSaveErrors(file, () => {
    const target = resolveLinks(file)
    const created = inFolder(dirname(target), () => {
      removeLeftovers(dirname(target))
      tryLock(target)?.release()
      const probe = temporaryPath(target)
      try {
        writeDurably(probe, ' '.repeat(PROBE_BYTES))
        refuseMount(target, temporaryPath(target))
      } finally {
        rmSync(probe, { force: true })
      }
    })
    removeEmptyFolders(created)
  })
}

/** A file that is mounted by itself, as in a container, can't be replaced. A link to it would cross file systems. */
function refuseMount(file: string, link: string): void {
  try {
    linkSync(file, link)
  } catch (error) {
    if (systemErrorCode(error) === 'EXDEV') throw new Error('it is mounted by itself; mount its folder')
  } finally {
    rmSync(link, { force: true })
  }
}
