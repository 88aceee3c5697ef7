import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { lockFile } from './lock-file.ts'
import { describeSystemError, systemErrorCode } from './system-error.ts'

const { randomUUID } = nodeBuiltin('crypto')
const {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} = nodeBuiltin('fs')
const { dirname, join } = nodeBuiltin('path')

/** One block of a typical file system: a full disk can still create empty files, but can't store a block. */
const PROBE_BYTES = 4096

/**
 * Checks that a cassette can be written, before any request is sent to record it. Writes and removes a file in its folder, and
 * removes the folder if it did not exist: the test possibly records nothing.
 *
 * @param file an absolute path
 * @throws CassetteSaveError if the folder or the file can't be written
 */
export function prepareCassetteFile(file: string): void {
  wrapSaveErrors(file, () => {
    const target = resolveLinks(file)
    const created = inFolder(dirname(target), () => {
      removeLeftovers(dirname(target))
      const probe = temporaryPath(target)
      try {
        writeDurably(probe, ' '.repeat(PROBE_BYTES))
      } finally {
        rmSync(probe, { force: true })
      }
    })
    removeEmptyFolders(created)
  })
}

/** How often a folder is created again after another process has removed it. */
const MAX_FOLDER_ATTEMPTS = 20

/**
 * Creates a folder and uses it. Another process that has created it, and had no use for it, can remove it in between.
 *
 * @param use fails with ENOENT if the folder does not exist, and can then be repeated
 * @returns the folders that were created, the outermost first
 */
function inFolder(folder: string, use: () => void): string[] {
  const created = new Set<string>()
  for (let attempt = 1; ; attempt++) {
    try {
      for (const added of createFolder(folder)) created.add(added)
      use()
      return [...created]
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT' || attempt === MAX_FOLDER_ATTEMPTS) throw error
    }
  }
}

function removeEmptyFolders(created: readonly string[]): void {
  try {
    for (const folder of created.toReversed()) rmdirSync(folder)
  } catch {
    // Another process uses the folder, or has removed it.
  }
}

/** A temporary file of this age is not in use any more: its process was killed. */
const LEFTOVER_AGE_MS = 600_000

const LEFTOVER = /^\.[\da-f-]{36}\.cassette\.tmp$|\.lock\.[\da-f-]{36}$/

/** Removes the temporary files of processes that were killed. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!LEFTOVER.test(name)) continue
    const file = join(folder, name)
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > LEFTOVER_AGE_MS) rmSync(file, { force: true })
  }
}

/**
 * Changes a cassette on disk. The file has either its old or its new text at all times, even if the process is killed. Several
 * processes can call this simultaneously: each of them sees the text that the previous one wrote.
 *
 * @param file an absolute path
 * @param change converts the current text (undefined if the file does not exist) to the new text. If the text is unchanged,
 *   the file is not written, so that file watchers are not triggered.
 * @throws CassetteSaveError if the file can't be written, and every error that `change` throws
 */
export function updateCassetteFile(file: string, change: (current: string | undefined) => string): void {
  const target = wrapSaveErrors(file, () => resolveLinks(file))
  const unlock = wrapSaveErrors(file, () => lockInFolder(target))
  try {
    const current = wrapSaveErrors(file, () => readText(target))
    const text = change(current)
    if (text !== current) wrapSaveErrors(file, () => replaceFile(target, text))
  } finally {
    unlock()
  }
}

/** While the folder contains the lock, no other process removes it. */
function lockInFolder(target: string): () => void {
  let unlock = (): void => {}
  inFolder(dirname(target), () => {
    unlock = lockFile(target)
  })
  return unlock
}

/** A link to a cassette remains a link: its target is replaced. */
function resolveLinks(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return file
    throw error
  }
}

/**
 * Creates a folder and its parents. The `recursive` option of mkdir hangs if no folder can be created, as in /proc.
 *
 * @returns the folders that were created, the outermost first
 */
export function createFolder(folder: string): string[] {
  if (existsSync(folder)) return []
  const created = dirname(folder) === folder ? [] : createFolder(dirname(folder))
  try {
    mkdirSync(folder)
    return [...created, folder]
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
    return created
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function replaceFile(file: string, text: string): void {
  const temporary = temporaryPath(file)
  try {
    writeDurably(temporary, text, statSync(file, { throwIfNoEntry: false })?.mode)
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/**
 * Writes a new file, and waits until it is on the disk.
 *
 * @param mode the file's permissions; default: those that the process gives to new files
 */
export function writeDurably(file: string, text: string, mode?: number): void {
  const handle = openSync(file, 'wx', mode)
  try {
    if (mode !== undefined) fchmodSync(handle, mode)
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A new path in the same folder, because only a rename within a file system is atomic. */
export function temporaryPath(file: string): string {
  return join(dirname(file), `.${randomUUID()}.cassette.tmp`)
}

/** Runs a file operation, and rethrows its errors as `CassetteSaveError`. */
export function wrapSaveErrors<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    if (cause instanceof CassetteSaveError) throw cause
    throw new CassetteSaveError(file, `Failed to write the cassette ${file}: ${describeSystemError(cause)}.`, { cause })
  }
}
