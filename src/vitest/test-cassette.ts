import type { MatchOptions } from '../matcher/match-options.ts'
import { cassettePath } from '../runner/cassette-path.ts'
import type { CurrentTest } from '../runner/current-test.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { IfMissing } from '../session/cassette-source.ts'

/** What `{ meta: { cassette } }` can be: whether there is one, its name or path, or that and its options. */
export type CassetteMeta = boolean | string | TestCassetteOptions

/** What of the options is no function: they go from Vitest's main process to its workers, and back. */
type PlainOptions = Omit<CassetteOptions, 'hooks' | 'passthrough' | 'match' | 'redact'>
type PlainMatchOptions = Omit<MatchOptions, 'url' | 'normalize' | 'matchers' | 'body'>

/** The options of a test's cassette. They go to Vitest's main process, too, so functions can't be among them. */
export interface TestCassetteOptions extends PlainOptions {
  /** What makes a request equal to a recorded one; see `MatchOptions`. */
  match?: PlainMatchOptions & { body?: 'json' | 'text' | 'bytes' | 'ignore' }
  /** What is kept from the disk; see `RedactOptions`. */
  redact?: Omit<RedactOptions, 'transform'>
  /** A name instead of the test's, or a path. */
  name?: string
  /** Whether what a failing test recorded is saved. Default `'discard'`. */
  onFailure?: 'discard' | 'save'
}

/** The cassette of one test. */
export interface TestCassette {
  /** The absolute path. */
  readonly file: string
  readonly naming: 'by-test' | 'by-name'
  /** What it is where it is not there: `auto` gives one to tests that ask for nothing, too. */
  readonly ifMissing: IfMissing
  readonly options: CassetteOptions
  readonly onFailure: 'discard' | 'save'
}

/**
 * Works out which cassette a test has. It is pure, so that the reporter knows the files of tests that did not run.
 *
 * @param test where the test stands
 * @param meta its own `meta.cassette`, or the one it inherits
 * @param defaults what the plugin was given for all tests
 * @returns undefined where it has none
 */
export function testCassette(
  test: CurrentTest,
  meta: CassetteMeta | undefined,
  { auto = false, server: _, ...defaults }: VitestCassetteOptions = {},
): TestCassette | undefined {
  const given = meta ?? auto
  if (given === false) return undefined
  const own = typeof given === 'string' ? { name: given } : given === true ? {} : given
  const { name, onFailure = 'discard', ...options } = { ...defaults, ...own }
  const isPath = name !== undefined && /[/\\.]/.test(name)
  return {
    file: isPath ? name : cassettePath(test, name),
    naming: name === undefined ? 'by-test' : 'by-name',
    ifMissing: meta === undefined ? 'empty' : 'throw',
    options,
    onFailure,
  }
}

/** What `cassettes()` takes: the defaults of every test's cassette. */
export interface VitestCassetteOptions extends Omit<TestCassetteOptions, 'name'> {
  /** Whether every test has a cassette, unless it says `{ meta: { cassette: false } }`. Default `false`. */
  auto?: boolean
  /**
   * Which server answers from the cassettes. Default `'plugin'`: one that the plugin starts. `'own'`: one of yours, with
   * `...scopedCassettes()` among its handlers; MSW can't do with two.
   */
  server?: 'plugin' | 'own'
}
