import { basename, dirname, join } from 'node:path'
import { findCassetteFolders, listCassettes } from '../storage/cassette-folder.ts'
import { CASSETTE_FOLDER } from './cassette-path.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/** One test of a run. */
export interface TestRecord {
  /** The absolute path of its file. */
  readonly testFile: string
  /** The absolute path of its cassette; undefined if it has no cassette. */
  readonly cassette: string | undefined
  readonly outcome: 'passed' | 'failed' | 'not-run' | 'todo'
  /** How it used cassettes, with one entry for each time that it ran. */
  readonly usages: readonly CassetteUsage[]
}

/** The tests of a run, and how they used cassettes. */
export interface RunRecord {
  /** All tests of the test files that were collected without an error, including skipped tests. */
  readonly tests: readonly TestRecord[]
  /** The absolute paths of the test files whose complete use of cassettes is known. */
  readonly completeFiles: readonly string[]
  /** The absolute paths of cassettes that were opened with `openCassette` or `fromCassette`. */
  readonly opened: readonly string[]
  /** Whether the run contains all tests. A partial run can't show that a cassette that any test can name is obsolete. */
  readonly scope: 'all' | 'partial'
  /** The absolute path of the folder that contains all tests. */
  readonly root: string
}

/** The cassettes and interactions that no test needs. */
export interface ObsoleteItems {
  /** The absolute paths of cassettes. */
  readonly files: readonly string[]
  /** Interactions that no test played, in cassettes that are still needed. */
  readonly interactions: readonly UnplayedInteractions[]
}

/** The interactions of one cassette that no test of the run played. */
export interface UnplayedInteractions {
  readonly file: string
  /** From 0. */
  readonly indexes: readonly number[]
  /** `'error'` if a test has the option `onUnplayed: 'error'`, which is the default. */
  readonly severity: 'error' | 'ignore'
}

/**
 * Finds the cassettes and interactions that no test needs. This works for a partial run too: whether a cassette that is named
 * after a test is obsolete depends only on its test file, and tests of that file that did not run still claim their cassettes.
 *
 * @param run the tests that ran, and how they used cassettes
 * @param resolve makes the path of a usage absolute
 */
export function findObsolete(run: RunRecord, resolve: (file: string) => string): ObsoleteItems {
  return { files: findFiles(run, resolve), interactions: findInteractions(run, resolve) }
}

function findFiles(
  { tests, completeFiles, opened, scope, root }: RunRecord,
  resolve: (file: string) => string,
): string[] {
  const claimed = new Set([
    ...opened,
    ...tests.flatMap(({ cassette, usages }) => [
      ...(cassette ? [cassette] : []),
      ...usages.map(({ file }) => resolve(file)),
    ]),
  ])
  const complete = new Set(completeFiles)
  // A test that failed or was skipped can open any cassette in its body.
  const isEachKnown = tests.every(({ outcome }) => outcome === 'passed' || outcome === 'todo')
  const testFolders = completeFiles.map((file) => dirname(file))
  const folders = new Set(
    scope === 'all' ? [...testFolders, ...findCassetteFolders(root, CASSETTE_FOLDER)] : testFolders,
  )
  return [...folders]
    .flatMap((folder) => listCassettes(folder, CASSETTE_FOLDER))
    .filter(({ testFile, presence }) => {
      if (testFile === undefined) return scope === 'all' && isEachKnown
      // A deleted test file needs no cassettes. The needs of a test file that did not run are unknown.
      return presence === 'deleted' || complete.has(testFile)
    })
    .flatMap(({ files }) => files.filter((file) => !claimed.has(file)))
    .sort()
}

function findInteractions(
  { tests, completeFiles, opened, scope }: RunRecord,
  resolve: (file: string) => string,
): ObsoleteItems['interactions'] {
  const complete = new Set(completeFiles)
  const uncertain = new Set([
    ...opened,
    ...tests.filter(({ outcome }) => outcome !== 'passed').map(({ cassette }) => cassette),
  ])
  const playedByFile = new Map<string, { total: number; played: Set<number>; severity: 'error' | 'ignore' }>()
  for (const usage of tests.flatMap(({ usages }) => usages)) {
    const file = resolve(usage.file)
    const entry = playedByFile.get(file) ?? { total: usage.total, played: new Set(), severity: 'ignore' }
    if (usage.onUnplayed === 'error') entry.severity = 'error'
    for (const index of [...usage.played, ...(usage.spare ?? [])]) entry.played.add(index)
    // A recording changes the file, so the indexes of what was played are no longer valid.
    if (usage.recorded > 0 || usage.healed !== undefined) uncertain.add(file)
    playedByFile.set(file, entry)
  }
  return [...playedByFile].flatMap(([file, { total, played, severity }]) => {
    const indexes = Array.from({ length: total }, (_, index) => index).filter((index) => !played.has(index))
    if (indexes.length === 0 || uncertain.has(file)) return []
    // A test that did not run can need a cassette that is named by its path.
    return scope === 'all' || complete.has(testFileOf(file)) ? [{ file, indexes, severity }] : []
  })
}

/** Returns the test file that a cassette is named after, or an empty string. */
function testFileOf(file: string): string {
  const folder = dirname(file)
  const isNamedAfterTest = basename(dirname(folder)) === CASSETTE_FOLDER
  return isNamedAfterTest ? join(dirname(dirname(folder)), basename(folder)) : ''
}
