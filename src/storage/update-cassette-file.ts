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
  rmSync,
  statSync,
  writeFileSync,
} = nodeBuiltin('fs')
const { dirname, join } = nodeBuiltin('path')

/** As much as a file system takes in one piece: a full disk refuses it even where it still makes empty files. */
const PROBE_BYTES = 4096

/**
 * Makes sure that a cassette can be written, before the network is asked for what it will hold: makes its folder, and
 * writes and removes a file there.
 *
 * @param file an absolute path
 * @throws CassetteSaveError
 */
export function prepareCassetteFile(file: string): void {
  attempt(file, () => {
    const target = resolveLinks(file)
    makeFolder(dirname(target))
    removeLeftovers(dirname(target))
    const probe = temporaryName(target)
    try {
      writeDurably(probe, ' '.repeat(PROBE_BYTES))
    } finally {
      rmSync(probe, { force: true })
    }
  })
}

/** Of this age, in ms, nobody writes them any more: their process was killed. */
const LEFTOVER_AGE = 600_000

const LEFTOVER = /^\.[\da-f-]{36}\.cassette\.tmp$|\.lock\.[\da-f-]{36}$/

/** Removes the temporary files of processes that were killed. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!LEFTOVER.test(name)) continue
    const file = join(folder, name)
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > LEFTOVER_AGE) rmSync(file, { force: true })
  }
}

/**
 * Changes a cassette on disk. At any moment, and whatever is killed, the file is whole: the old one or the new one. Several
 * processes may do so at once: each sees what the one before it wrote.
 *
 * @param file an absolute path
 * @param change gives the new text for the current one, undefined where there is no file; what it returns unchanged is not
 *   written, so that nothing that watches the file is woken
 * @throws CassetteSaveError, and whatever `change` throws
 */
export function updateCassetteFile(file: string, change: (current: string | undefined) => string): void {
  const target = attempt(file, () => resolveLinks(file))
  const unlock = attempt(file, () => lockFile(target))
  try {
    const current = attempt(file, () => readText(target))
    const text = change(current)
    if (text !== current) attempt(file, () => replaceFile(target, text))
  } finally {
    unlock()
  }
}

/** A link to a cassette stays a link: what it leads to is what is replaced. */
function resolveLinks(file: string): string {
  try {
    return realpathSync(file)
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return file
    throw error
  }
}

/** Not mkdir's own `recursive`, which never ends where a file system makes no folders, as under /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
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
  const temporary = temporaryName(file)
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
 * @param mode who may do what with it; default what the process gives
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

/** In the same folder: only there a rename is atomic. */
export function temporaryName(file: string): string {
  return join(dirname(file), `.${randomUUID()}.cassette.tmp`)
}

export function attempt<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    if (cause instanceof CassetteSaveError) throw cause
    throw new CassetteSaveError(file, `Failed to write the cassette ${file}: ${describeSystemError(cause)}.`, { cause })
  }
}
