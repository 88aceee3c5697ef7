import type { Cassette, Interaction } from '../cassette.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { shorten } from '../diagnostics/shorten.ts'
import {
  type CassetteError,
  type CassetteEscapedError,
  CassetteUnplayedError,
  CassetteUnusedError,
} from '../errors/errors.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import { startStackAtUser } from '../errors/start-stack-at-user.ts'
import { type Mode, mayRecord, type Policy, type Presence } from '../options/mode.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { ConversationProgress } from '../websocket/frame-judge.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { Coverage } from './coverage.ts'

const MAX_LISTED = 20

/** A session at the end of its test. */
export interface VerifiedSession {
  readonly path: string
  readonly cassette: Cassette
  readonly mode: Mode
  readonly options: CassetteOptions
  readonly policy: Policy
  readonly mismatches: readonly CassetteMismatchError[]
  readonly escapes: readonly CassetteEscapedError[]
  readonly unobserved: ReadonlySet<string>
  readonly unplayed: readonly Interaction[]
  readonly log: { readonly unfinished: ReadonlyMap<Interaction, ConversationProgress> }
  /** Present if its file is going to be healed. */
  readonly healing?: object | undefined
  /** Whether its file existed at the beginning. */
  readonly fileBefore: Presence
  /** How many requests it answered. */
  readonly requestCount: number
  readonly coverage: Pick<Coverage, 'localHosts'>
  readonly faults?: { verify(recorded: readonly Interaction[]): void } | undefined
  readonly recorded: readonly Interaction[]
}

/** Whether unplayed interactions fail the test, or are handled by the report at the end of the run. */
export type UnplayedVerdict = 'test' | 'report'

/**
 * How a cassette was requested: by a test itself, by a group of tests (a `describe`, a tag, `auto`), of which some need none, or
 * by a call of `openCassette` or `fromCassette`.
 */
type RequestedBy = 'test' | 'group' | 'call'

/** Parts of messages that depend on how options are set. */
export interface Wording {
  /** The setting that allows unplayed interactions. */
  readonly unplayed: string
  /** Why nothing was played or recorded, and what to do. */
  readonly unused: string
  /** The setting that records these hosts. */
  hosts(hosts: readonly string[]): string
}

/** How strictly a session is verified. */
export interface Verification {
  /** Why its recordings could not be saved. */
  readonly saveError?: CassetteError | undefined
  /** Default `'test'`. */
  readonly unplayed?: UnplayedVerdict
  /** Default `'call'`. */
  readonly requestedBy?: RequestedBy
  /** Default: for a test. */
  readonly wording?: Wording
}

/**
 * Throws the session's failures, mismatches first: they usually explain unplayed interactions.
 *
 * @param session the session at the end of its test
 * @throws CassetteMismatchError, AggregateError, CassetteEscapedError, CassetteError, CassetteUnusedError, CassetteUnplayedError
 */
export function verifySession(
  session: VerifiedSession,
  { saveError, unplayed = 'test', requestedBy = 'call', wording }: Verification,
): void {
  const { mismatches, path } = session
  // Runners send errors between processes, and only data properties are copied.
  for (const { message, stack } of mismatches) void [message, stack]
  const [first, ...others] = mismatches
  if (first && others.length > 0) {
    // The runners print the errors after this message.
    const error = new AggregateError(mismatches, `${mismatches.length} requests matched nothing in ${path}.`)
    startStackAtUser(error, verifySession)
    throw error
  }
  if (first) throw first
  verifyEscapes(session)
  if (saveError) throw saveError
  session.faults?.verify(session.recorded)
  if (requestedBy !== 'group') verifyUsed(session, requestedBy, wording)
  verifyFinished(session, wording?.unplayed)
  if (unplayed === 'test') verifyUnplayed(session, wording?.unplayed)
}

/** A test that requests a cassette and neither plays nor records anything would pass here, and fail in CI without its cassette. */
function verifyUsed(session: VerifiedSession, by: RequestedBy, wording: Wording | undefined): void {
  const { path, mode, options, policy, fileBefore, requestCount, coverage } = session
  if (requestCount > 0 || policy.unmatched === 'passthrough' || options.passthrough) return
  // A cassette that exists is judged by its unplayed interactions.
  if (fileBefore === 'found' && mode !== 'record') return
  const hosts = [...coverage.localHosts]
  if (mayRecord(policy) && hosts.length > 0) {
    const setting = wording?.hosts(hosts) ?? `{ hosts: [${hosts.map((host) => `'${host}'`).join(', ')}] }`
    throw new CassetteUnusedError(
      path,
      hosts,
      `Nothing was recorded into ${path}: the requests went to this machine (${hosts.join(', ')}), which is recorded only if ` +
        `the option "hosts" names it. Record it: ${setting}.`,
    )
  }
  if (by === 'call') return
  const unused =
    wording?.unused ??
    'the test requests a cassette, but sent no request that it could answer. Remove the cassette from this test, or check that ' +
      'the code under test runs in this process and sends a request.'
  throw new CassetteUnusedError(path, hosts, `Nothing was played from or recorded into ${path}: ${unused}`)
}

function verifyEscapes({ escapes, path }: VerifiedSession): void {
  const [first, ...others] = escapes
  if (first && others.length > 0) {
    throw new AggregateError(
      escapes,
      `${escapes.length} requests to hosts of ${path} did not go through MSW.\n\n${first.message}`,
    )
  }
  if (first) throw first
}

/** A conversation whose client has not sent all recorded frames was requested, so no report at the end of the run contains it. */
function verifyFinished({ log, path, options }: VerifiedSession, setting = ALLOW_UNPLAYED): void {
  const { onUnplayed = 'error' } = options
  if (onUnplayed === 'ignore' || log.unfinished.size === 0) return
  const list = [...log.unfinished].map(
    ([interaction, { received, recorded }]) =>
      `  ${describeInteraction(interaction)}: ${received} of ${recorded} frames of the client came`,
  )
  const message =
    `${list.length === 1 ? 'A WebSocket conversation' : `${list.length} WebSocket conversations`} of ${path} did not finish:
` +
    `${escapeControlCharacters(shortenList(list))}
Let the test wait until its client has sent everything, record the cassette ` +
    `again, or allow it: ${setting}.`
  if (onUnplayed === 'error') throw new CassetteUnplayedError(path, list.length, message)
  console.warn(`[msw-cassette] ${message}`)
}

const ALLOW_UNPLAYED = "{ onUnplayed: 'ignore' }"

function verifyUnplayed(
  { healing, requestCount, unplayed: all, log, cassette, path, options, unobserved }: VerifiedSession,
  setting = ALLOW_UNPLAYED,
): void {
  const { onUnplayed = 'error' } = options
  const unplayed = all.filter((interaction) => !log.unfinished.has(interaction))
  if (onUnplayed === 'ignore' || unplayed.length === 0) return
  // They are removed. A test that sends no request probably has another fault.
  if (healing && onUnplayed === 'error' && requestCount > 0) return
  const message =
    `${unplayed.length} of ${cassette.interactions.length} interactions of ${path} were never requested:\n` +
    `${escapeControlCharacters(shortenList(unplayed.map((each) => `  ${describeInteraction(each)}`)))}\n${describeUnobserved(unobserved)}Remove them (in Vitest and Jest, run the tests with -u), or allow them: ${setting}.`
  if (onUnplayed === 'error') throw new CassetteUnplayedError(path, unplayed.length, message)
  console.warn(`[msw-cassette] ${message}`)
}

function describeInteraction({ request, line }: Interaction): string {
  return `${line === undefined ? '' : `line ${line}: `}${request.method} ${shorten(maskUrl(request.url))}`
}

function shortenList(lines: readonly string[]): string {
  const more = lines.length - MAX_LISTED
  return [...lines.slice(0, MAX_LISTED), ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n')
}

function describeUnobserved(unobserved: ReadonlySet<string>): string {
  if (unobserved.size === 0) return ''
  return (
    `Requests of ${[...unobserved].join(' and ')} can't be intercepted: see docs/escapes.md for workarounds. If there were none of ` +
    'these requests:\n'
  )
}
