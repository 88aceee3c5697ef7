import { nodeBuiltin } from '../platform/builtin.ts'

const { existsSync, readdirSync, rmdirSync, rmSync } = nodeBuiltin('fs')
const { dirname, join } = nodeBuiltin('path')

/** What lies in a folder of cassettes: those that were named after the tests of one file, or others. */
export interface CassetteFolder {
  /** The absolute path of the test file; undefined for cassettes of no test file, which any test may name. */
  readonly testFile: string | undefined
  readonly presence: 'there' | 'gone'
  /** The absolute paths of the cassettes. */
  readonly files: readonly string[]
}

const SCRIPT = /\.[cm]?[jt]sx?$/
const SCRIPTS = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx']

/**
 * Lists the cassettes beside some test files.
 *
 * @param folder where the test files are, absolute
 * @param name what the folder of cassettes in it is called
 */
export function listCassettes(folder: string, name: string): CassetteFolder[] {
  const root = join(folder, name)
  const folders = list(root).filter((entry) => entry.isDirectory())
  return [
    { testFile: undefined, presence: 'there', files: cassettesIn(root) },
    ...folders.map((entry): CassetteFolder => {
      const files = cassettesIn(join(root, entry.name))
      const testFile = join(folder, entry.name)
      if (SCRIPT.test(entry.name)) return { testFile, presence: existsSync(testFile) ? 'there' : 'gone', files }
      // node:test has folders without the extension, and is not what runs now.
      const script = SCRIPTS.map((extension) => testFile + extension).find((file) => existsSync(file))
      return { testFile: script, presence: 'there', files }
    }),
  ]
}

/**
 * Finds the folders that have a folder of cassettes.
 *
 * @param root where to begin, absolute; dependencies and hidden folders are left out
 * @param name what folders of cassettes are called
 * @returns absolute paths
 */
export function findCassetteFolders(root: string, name: string): string[] {
  const folders = list(root).filter((entry) => entry.isDirectory() && !/^(?:\..*|node_modules)$/.test(entry.name))
  return [
    ...(folders.some((entry) => entry.name === name) ? [root] : []),
    ...folders
      .filter((entry) => entry.name !== name)
      .flatMap((entry) => findCassetteFolders(join(root, entry.name), name)),
  ]
}

/** Removes a cassette, and its folders where they become empty. */
export function removeCassette(file: string): void {
  rmSync(file, { force: true })
  for (const folder of [dirname(file), dirname(dirname(file))]) {
    if (list(folder).length > 0) return
    rmdirSync(folder)
  }
}

function cassettesIn(folder: string): string[] {
  return list(folder)
    .filter((file) => file.isFile() && /^[^.].*\.ya?ml$/.test(file.name))
    .map((file) => join(folder, file.name))
}

function list(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
}
