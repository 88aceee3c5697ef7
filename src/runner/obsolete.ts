import { dirname } from 'node:path'
import { listCassettes } from '../storage/cassette-folder-node.ts'
import { CASSETTE_FOLDER } from './cassette-path.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/** One test of a run, as the report sees it. */
export interface RanTest {
  /** The absolute path of its file. */
  readonly testFile: string
  /** The absolute path of its cassette; undefined where it has none. */
  readonly cassette: string | undefined
  readonly outcome: 'passed' | 'failed' | 'not-run'
  /** What it did with cassettes, once for each time that it ran. */
  readonly usages: readonly CassetteUsage[]
}

/** What no test needs any longer. */
export interface Obsolete {
  /** Cassettes, as absolute paths. */
  readonly files: readonly string[]
  /** Interactions that no test played, of cassettes that tests do need; counted from 0. */
  readonly interactions: readonly { readonly file: string; readonly indexes: readonly number[] }[]
}

/**
 * Finds what no test needs any longer. It holds for a part of a suite, too: a cassette is judged by its own test file, and
 * where that ran only in part, by what its other tests would have used.
 *
 * @param tests all tests of the test files that were collected without an error, also those that were skipped
 * @param testFiles the absolute paths of those files
 * @param resolve makes a path of a usage absolute
 */
export function findObsolete(
  tests: readonly RanTest[],
  testFiles: readonly string[],
  resolve: (file: string) => string,
): Obsolete {
  const claimed = new Set(
    tests.flatMap(({ cassette, usages }) => [
      ...(cassette ? [cassette] : []),
      ...usages.map(({ file }) => resolve(file)),
    ]),
  )
  const collected = new Set(testFiles)
  const folders = new Set(testFiles.map((file) => dirname(file)))
  const files = [...folders].flatMap((folder) =>
    listCassettes(folder, CASSETTE_FOLDER).flatMap(({ testFile, presence, files }) =>
      // A test file that is gone needs nothing; of one that did not run nothing is known.
      presence === 'gone' || collected.has(testFile) ? files.filter((file) => !claimed.has(file)) : [],
    ),
  )
  return { files: files.sort(), interactions: findInteractions(tests, resolve) }
}

function findInteractions(tests: readonly RanTest[], resolve: (file: string) => string): Obsolete['interactions'] {
  const doubtful = new Set(tests.filter(({ outcome }) => outcome !== 'passed').map(({ cassette }) => cassette))
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
    return left.length === 0 || doubtful.has(file) ? [] : [{ file, indexes: left }]
  })
}
