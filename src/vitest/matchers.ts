import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import { showValue } from '../json/show-value.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { maskValue } from '../secret/mask-value.ts'
import type { LoggedRequest } from '../session/request-log.ts'
import type { Session } from '../session/session.ts'
import { countMatchingMembers, matchesObject, pickExpectedMembers } from './matches-object.ts'

/** The matchers for `expect(cassette)`. */
export interface CassetteMatchers<R = unknown> {
  /** Every interaction was played. */
  toBeFullyPlayed(): R
  /** Exactly this many interactions were played. */
  toHavePlayed(count: number): R
  /** At least one request was sent whose JSON body has these members, compared like `toMatchObject`. */
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
    const total = played.length + unplayed.length
    const list = unplayed.map(
      ({ request, line }) => `${line === undefined ? '' : `line ${line}: `}${formatRequest(request)}`,
    )
    return {
      pass: unplayed.length === 0,
      message: () =>
        unplayed.length === 0
          ? `expected at least one unplayed interaction, but ${total === 0 ? 'the cassette has no interactions' : `${total} of ${total} were played`}`
          : formatMessage(
              `expected every interaction to be played, but ${unplayed.length} of ${total} were not:`,
              list,
            ),
    }
  },

  toHavePlayed(cassette: CassetteSession, count: number): AssertionResult {
    const { played, unplayed } = toSession(cassette, 'toHavePlayed')
    if (!Number.isInteger(count) || count < 0)
      throw new TypeError(
        `toHavePlayed takes the number of interactions that were played, such as 2; got ${showValue(count)}.`,
      )
    const pass = played.length === count
    const expected = pass ? `a number other than ${count}` : count
    const actual = `${played.length} of ${played.length + unplayed.length}`
    return {
      pass,
      message: () =>
        formatMessage(
          `expected ${expected} played, but ${actual} were:`,
          played.map(({ request }) => formatRequest(request)),
        ),
    }
  },

  toHaveRequested(this: MatcherState, cassette: CassetteSession, body: object): AssertionResult {
    const { requests } = toSession(cassette, 'toHaveRequested')
    if (typeof body !== 'object' || body === null)
      throw new TypeError(
        `toHaveRequested takes the members of a JSON body, such as { model: 'gpt-5' }; got ${showValue(body)}.`,
      )
    const equals = (a: unknown, b: unknown): boolean => this.equals(a, b)
    const bodies = requests.map((request) => parseBody(request))
    const found = requests.find((_, index) => matchesObject(bodies[index], body, equals))
    if (found)
      return {
        pass: true,
        message: () =>
          formatMessage('expected no request with these members, but there is one:', [formatRequest(found)]),
      }
    if (requests.length === 0)
      return { pass: false, message: () => 'expected a request with these members, but no request was sent' }
    const list = requests.map((request) => formatRequest(request))
    const scores = bodies.map((each) => countMatchingMembers(each, body, equals))
    const nearest = bodies[scores.indexOf(Math.max(...scores))]
    return {
      pass: false,
      message: () =>
        formatMessage(`expected a request with these members, but none of ${requests.length} has them:`, list),
      expected: body,
      actual: maskValue(pickExpectedMembers(nearest, body)),
    }
  },
}

function toSession(value: unknown, matcher: string): Session {
  if (isSession(value)) return value
  throw new TypeError(
    `${matcher} takes the session of a cassette, from the test's context or from openCassette: ` +
      `expect(cassette).${matcher}(…); got ${value === null ? 'null' : typeof value}.`,
  )
}

/** By its members, since the test and the setup file can load different copies of the class. */
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

function formatRequest({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${maskUrl(url)}`
}

function formatMessage(headline: string, list: readonly string[]): string {
  return escapeControlCharacters(
    [list.length === 0 ? headline.replace(/:$/, '') : headline, ...list.map((line) => `  ${line}`)].join('\n'),
  )
}
