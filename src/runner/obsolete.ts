import { basename, dirname, join } from 'node:path'
import { findCassetteFolders, listCassettes } from '../storage/cassette-folder.ts'
import { CASSETTE_FOLDER } from './cassette-path.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/** One test of a run, as the report sees it. */
export interface TestRecord {
  /** The absolute path of its file. */
  readonly testFile: string
  /** The absolute path of its cassette; undefined where it has none. */
  readonly cassette: string | undefined
  readonly outcome: 'passed' | 'failed' | 'not-run'
  /** What it did with cassettes, once for each time that it ran. */
  readonly usages: readonly CassetteUsage[]
}

/** What a run says of cassettes. */
export interface Run {
  /** All tests of the test files that were collected without an error, also those that were skipped. */
  readonly tests: readonly TestRecord[]
  /** The absolute paths of the test files of which it is known what all of their tests use. */
  readonly completeFiles: readonly string[]
  /** The absolute paths of cassettes that were opened by hand: with `openCassette` or `fromCassette`. */
  readonly opened: readonly string[]
  /** Whether these are all tests there are; else nothing is said of cassettes that any test may name. */
  readonly scope: 'whole' | 'part'
  /** The absolute path of the folder that all tests are in. */
  readonly root: string
}

/** What no test needs any longer. */
export interface Obsolete {
  /** Cassettes, as absolute paths. */
  readonly files: readonly string[]
  /** Interactions that no test played, of cassettes that tests do need; counted from 0. */
  readonly interactions: readonly { readonly file: string; readonly indexes: readonly number[] }[]
}

/**
 * Finds what no test needs any longer. It holds for a part of a suite, too: a cassette that is named after a test is judged
 * by its own test file, and where that ran only in part, by what its other tests would have used.
 *
 * @param run what ran
 * @param resolve makes a path of a usage absolute
 */
export function findObsolete(run: Run, resolve: (file: string) => string): Obsolete {
  return { files: findFiles(run, resolve), interactions: findInteractions(run, resolve) }
}

function findFiles(
  { tests, completeFiles: judged, opened, scope: extent, root }: Run,
  resolve: (file: string) => string,
): string[] {
  const claimed = new Set([
    ...opened,
    ...tests.flatMap(({ cassette, usages }) => [
      ...(cassette ? [cassette] : []),
      ...usages.map(({ file }) => resolve(file)),
    ]),
  ])
  const known = new Set(judged)
  const beside = judged.map((file) => dirname(file))
  const folders = new Set(extent === 'whole' ? [...beside, ...findCassetteFolders(root, CASSETTE_FOLDER)] : beside)
  return [...folders]
    .flatMap((folder) => listCassettes(folder, CASSETTE_FOLDER))
    .filter(({ testFile, presence }) => {
      if (testFile === undefined) return extent === 'whole'
      // A test file that is gone needs nothing; of one that did not run nothing is known.
      return presence === 'deleted' || known.has(testFile)
    })
    .flatMap(({ files }) => files.filter((file) => !claimed.has(file)))
    .sort()
}

function findInteractions(
  { tests, completeFiles: judged, opened, scope: extent }: Run,
  resolve: (file: string) => string,
): Obsolete['interactions'] {
  const known = new Set(judged)
  const doubtful = new Set([
    ...opened,
    ...tests.filter(({ outcome }) => outcome !== 'passed').map(({ cassette }) => cassette),
  ])
  const played = new Map<string, { total: number; played: Set<number> }>()
  for (const usage of tests.flatMap(({ usages }) => usages)) {
    const file = resolve(usage.file)
    const seen = played.get(file) ?? { total: usage.total, played: new Set() }
    for (const index of usage.played) seen.played.add(index)
    // What was recorded in this run changed the file: its places are no longer those that were played.
    if (usage.recorded > 0) doubtful.add(file)
    played.set(file, seen)
  }
  return [...played].flatMap(([file, { total, played: indexes }]) => {
    const left = Array.from({ length: total }, (_, index) => index).filter((index) => !indexes.has(index))
    if (left.length === 0 || doubtful.has(file)) return []
    // One that a path names may be needed by tests that did not run.
    return extent === 'whole' || known.has(ownerOf(file)) ? [{ file, indexes: left }] : []
  })
}

/** The test file that a cassette is named after. */
function ownerOf(file: string): string {
  const folder = dirname(file)
  const isOwn = basename(dirname(folder)) === CASSETTE_FOLDER
  return isOwn ? join(dirname(dirname(folder)), basename(folder)) : ''
}
