import type { Fault } from '../faults/fault.ts'
import type { Intercept } from '../intercept/intercept-option.ts'
import type { MatchOptions } from '../matcher/match-options.ts'
import { cassettePath, isCassetteName } from '../runner/cassette-path.ts'
import type { CurrentTest } from '../runner/current-test.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { IfMissing } from '../session/cassette-source.ts'

/** The type of `{ meta: { cassette } }`: whether the test has a cassette, its name or path, or its options. */
export type CassetteMeta = boolean | string | TestCassetteOptions

/** The options that are not functions. They are sent from Vitest's main process to its workers and back. */
type PlainOptions = Omit<CassetteOptions, 'hooks' | 'passthrough' | 'match' | 'redact' | 'faults'>
type PlainMatchOptions = Omit<MatchOptions, 'url' | 'normalize' | 'matchers' | 'body'>

/** The options of a test's cassette. They are sent to Vitest's main process, so they can't contain functions. */
export interface TestCassetteOptions extends PlainOptions {
  /** How requests are compared with recorded ones; see `MatchOptions`. */
  match?: PlainMatchOptions & { body?: 'json' | 'text' | 'bytes' | 'ignore' }
  /** Faults that the replay adds to recordings; see `Fault`. */
  faults?: readonly Omit<Fault, 'when' | 'onStall'>[]
  /** Values to replace before a cassette is saved; see `RedactOptions`. */
  redact?: Omit<RedactOptions, 'transform'>
  /** The name or path of the cassette. Default: the name of the test. */
  name?: string
  /** Whether the recordings of a failing test are saved. Default `'discard'`. */
  onFailure?: 'discard' | 'save'
}

/** The cassette of one test. */
export interface TestCassette {
  /** The path of the cassette. */
  readonly file: string
  readonly naming: 'by-test' | 'by-name'
  /** Whether the test itself requests it, or a `describe` block, a tag or `auto`. */
  readonly requestedBy: 'test' | 'group'
  /**
   * Whether a missing file is an error or an empty cassette if it can't be recorded. It is empty if the test inherits it, since not
   * every test sends requests.
   */
  readonly ifMissing: IfMissing
  /** Unchecked, from the most general to the most specific. */
  readonly layers: readonly CassetteOptions[]
  readonly onFailure: 'discard' | 'save'
}

/**
 * Determines the cassette of a test. It needs no running test, so the reporter can use it for tests that did not run.
 *
 * @param test the file and the name of the test
 * @param meta its own or inherited `meta.cassette`
 * @param defaults the options of the plugin
 * @param outer the `meta.cassette` of the blocks around the test, from the outermost. Their options are merged, their names are not
 * @param source whether the metadata is the test's own
 * @returns undefined if the test has no cassette
 */
export function testCassette(
  test: CurrentTest,
  meta: CassetteMeta | undefined,
  {
    auto = false,
    server: _server,
    intercept: _intercept,
    tags: _tags,
    worker: _worker,
    ...defaults
  }: ProvidedOptions = {},
  outer: readonly CassetteMeta[] = [],
  source: 'own' | 'inherited' = 'own',
): TestCassette | undefined {
  const given = meta ?? auto
  const isOwn = meta !== undefined && source === 'own'
  if (given === false) return undefined
  const own = toOptions(given)
  const layers: TestCassetteOptions[] = [defaults, ...outer.map(toOptions), own]
  const { name } = own
  return {
    file: isCassetteName(name) ? cassettePath(test, name) : name,
    naming: name === undefined ? 'by-test' : 'by-name',
    requestedBy: isOwn ? 'test' : 'group',
    ifMissing: isOwn ? 'throw' : 'empty',
    layers: layers.map(({ name: _name, onFailure: _onFailure, ...options }) => options),
    onFailure: layers.findLast((layer) => layer.onFailure)?.onFailure ?? 'discard',
  }
}

function toOptions(meta: CassetteMeta): TestCassetteOptions {
  if (typeof meta === 'string') return { name: meta }
  return typeof meta === 'boolean' ? {} : meta
}

/** The options that the plugin sends to the workers. */
export interface ProvidedOptions extends VitestCassetteOptions {
  /** The names of the tags that give their tests a cassette. */
  readonly tags?: readonly string[]
  /** In browser mode, the URL of the script of MSW's worker. */
  readonly worker?: string
}

/** The options of `cassettes()`: the defaults for the cassettes of all tests. */
export interface VitestCassetteOptions extends Omit<TestCassetteOptions, 'name'> {
  /** Whether every test has a cassette, except those with `{ meta: { cassette: false } }`. Default `false`. */
  auto?: boolean
  /**
   * The server that answers from the cassettes. With `'plugin'`, the default, the plugin starts one. With `'own'`, it is your own
   * server, with `...scopedCassettes()` among its handlers. MSW does not support two servers in one process.
   */
  server?: 'plugin' | 'own'
  /**
   * How the plugin receives the requests of tests. With `'msw'`, MSW intercepts all clients. With `'fetch'`, the plugin replaces the
   * global `fetch`, MSW is neither loaded nor needed, and requests of other clients to other machines are refused. `'auto'` is the
   * same, but MSW is loaded as soon as another client sends such a request. Default: the environment variable
   * `MSW_CASSETTE_INTERCEPT`, or `'msw'`.
   */
  intercept?: Intercept
}
