import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The cassettes that were named after the tests of one file. */
export interface CassetteFolder {
  /** The absolute path of the test file. */
  readonly testFile: string
  readonly presence: 'there' | 'gone'
  /** The absolute paths of the cassettes. */
  readonly files: readonly string[]
}

/**
 * Lists the cassettes that were named after tests.
 *
 * @param folder where the test files are, absolute
 * @param name what the folder of cassettes in it is called
 */
export function listCassettes(folder: string, name: string): CassetteFolder[] {
  const root = join(folder, name)
  return list(root).flatMap((entry) => {
    if (!entry.isDirectory()) return []
    const testFile = join(folder, entry.name)
    const files = list(join(root, entry.name))
      .filter((file) => file.isFile() && /^[^.].*\.ya?ml$/.test(file.name))
      .map((file) => join(root, entry.name, file.name))
    return [{ testFile, presence: existsSync(testFile) ? 'there' : 'gone', files }]
  })
}

/** Removes a cassette, and its folders where they become empty. */
export function removeCassette(file: string): void {
  rmSync(file, { force: true })
  for (const folder of [dirname(file), dirname(dirname(file))]) {
    if (list(folder).length > 0) return
    rmdirSync(folder)
  }
}

function list(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
}
