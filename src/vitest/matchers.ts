import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { maskUrl, maskValue } from '../secret/mask-secrets.ts'
import type { LoggedRequest, Session } from '../session/session.ts'
import { includes, membersInCommon, onlyMembersOf } from './includes.ts'

/** What `expect(cassette)` can do. */
export interface CassetteMatchers<R = unknown> {
  /** Every interaction was asked for. */
  toBeFullyPlayed(): R
  /** So many interactions were played. */
  toHavePlayed(count: number): R
  /** A request was sent whose JSON body has these members: as `toMatchObject`, of any of them. */
  toHaveRequested(body: object): R
}

interface AssertionResult {
  readonly pass: boolean
  readonly message: () => string
  readonly expected?: unknown
  readonly actual?: unknown
}

interface MatcherState {
  equals(a: unknown, b: unknown): boolean
}

/** The matchers, for `expect.extend`. */
export const matchers = {
  toBeFullyPlayed(cassette: CassetteSession): AssertionResult {
    const { played, unplayed } = toSession(cassette, 'toBeFullyPlayed')
    const all = played.length + unplayed.length
    const list = unplayed.map(({ request, line }) => `${line === undefined ? '' : `line ${line}: `}${show(request)}`)
    return {
      pass: unplayed.length === 0,
      message: () =>
        unplayed.length === 0
          ? `expected an interaction to be left over, but ${all === 0 ? 'there are none' : `${were(all)} played: all there are`}`
          : write(`expected every interaction to be played, but ${unplayed.length} of ${all} were not:`, list),
    }
  },

  toHavePlayed(cassette: CassetteSession, count: number): AssertionResult {
    const { played, unplayed } = toSession(cassette, 'toHavePlayed')
    if (!Number.isInteger(count) || count < 0)
      throw new TypeError(
        `toHavePlayed takes how many interactions were played, such as 2; got ${JSON.stringify(count)}.`,
      )
    const pass = played.length === count
    const of = `${played.length} of ${played.length + unplayed.length}`
    return {
      pass,
      message: () =>
        pass
          ? write(
              `expected other than ${count} played, but ${of} were:`,
              played.map(({ request }) => show(request)),
            )
          : write(
              `expected ${count} played, but ${of} were:`,
              played.map(({ request }) => show(request)),
            ),
    }
  },

  toHaveRequested(this: MatcherState, cassette: CassetteSession, body: object): AssertionResult {
    const { requests: received } = toSession(cassette, 'toHaveRequested')
    if (typeof body !== 'object' || body === null)
      throw new TypeError(
        `toHaveRequested takes the members of a JSON body, such as { model: 'gpt-5' }; got ${JSON.stringify(body)}.`,
      )
    const equals = (a: unknown, b: unknown): boolean => this.equals(a, b)
    const bodies = received.map((request) => parseBody(request))
    const found = received.find((_, index) => includes(bodies[index], body, equals))
    if (found)
      return {
        pass: true,
        message: () => write('expected no request with these members, but there is one:', [show(found)]),
      }
    const list = received.map((request) => show(request))
    const message = (): string =>
      received.length === 0
        ? 'expected a request with these members, but none was sent'
        : write(`expected a request with these members, but none of ${received.length} has them:`, list)
    const likeness = bodies.map((each) => membersInCommon(each, body, equals))
    const nearest = bodies[likeness.indexOf(Math.max(...likeness))]
    const isDiff = received.length > 0
    return {
      pass: false,
      message,
      ...(isDiff ? { expected: body, actual: maskValue(onlyMembersOf(nearest, body)) } : {}),
    }
  },
}

function toSession(value: unknown, matcher: string): Session {
  if (isSession(value)) return value
  throw new TypeError(
    `${matcher} is for the session of a cassette: expect(cassette).${matcher}(…), as the test's context and ` +
      `openCassette give it; got ${value === null ? 'null' : typeof value}.`,
  )
}

/** By its members: a test may have another copy of the class than the setup file has. */
function isSession(value: unknown): value is Session {
  return typeof value === 'object' && value !== null && 'requests' in value && 'unplayed' in value
}

function parseBody({ body }: LoggedRequest): unknown {
  const text = new TextDecoder().decode(body)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function show({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${maskUrl(url)}`
}

function write(headline: string, list: readonly string[]): string {
  return escapeControlCharacters(
    [list.length === 0 ? headline.replace(/:$/, '') : headline, ...list.map((line) => `  ${line}`)].join('\n'),
  )
}

function were(count: number): string {
  return count === 1 ? '1 was' : `${count} were`
}
