import { nodeBuiltin } from '../platform/builtin.ts'

const { existsSync, readdirSync, rmdirSync, rmSync } = nodeBuiltin('fs')
const { dirname, join } = nodeBuiltin('path')

/** The cassettes of one folder: those named after the tests of one file, or those that belong to no test file. */
export interface CassetteFolder {
  /** The absolute path of the test file; undefined for cassettes that belong to no test file, which any test can use. */
  readonly testFile: string | undefined
  /** Whether the test file still exists; `present` if there is no test file. */
  readonly presence: 'present' | 'deleted'
  /** The absolute paths of the cassettes. */
  readonly files: readonly string[]
}

const SCRIPT = /\.[cm]?[jt]sx?$/
const SCRIPT_EXTENSIONS = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx']

/**
 * Lists the cassettes next to the test files of a folder.
 *
 * @param folder the absolute path of the folder that contains the test files
 * @param name the name of the cassette folder in it
 */
export function listCassettes(folder: string, name: string): CassetteFolder[] {
  const root = join(folder, name)
  const folders = list(root).filter((entry) => entry.isDirectory())
  return [
    { testFile: undefined, presence: 'present', files: cassettesIn(root) },
    ...folders.map(
      ({ name: testName }): CassetteFolder => ({
        ...findTestFile(folder, testName),
        files: cassettesIn(join(root, testName)),
      }),
    ),
  ]
}

/**
 * Finds the test file that a folder of cassettes is named after.
 *
 * @param folder the absolute path of the folder that contains the test files
 * @param name the name of the folder of cassettes
 */
export function findTestFile(folder: string, name: string): Pick<CassetteFolder, 'testFile' | 'presence'> {
  const testFile = join(folder, name)
  if (SCRIPT.test(name)) return { testFile, presence: existsSync(testFile) ? 'present' : 'deleted' }
  // The folders of node:test have no extension. The current run is one of another runner.
  const script = SCRIPT_EXTENSIONS.map((extension) => testFile + extension).find((file) => existsSync(file))
  return { testFile: script, presence: 'present' }
}

/**
 * Finds the folders that contain a cassette folder, recursively.
 *
 * @param root an absolute path; `node_modules` and hidden folders in it are skipped
 * @param name the name of cassette folders
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

/** Removes a cassette, and then its folder and the folder above if they are empty. */
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
