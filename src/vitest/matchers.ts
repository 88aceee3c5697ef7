import { printable } from '../diagnostics/printable.ts'
import type { CassetteSession } from '../session.ts'

/** What `expect(cassette)` can do. */
export interface CassetteMatchers<R = unknown> {
  /** Every interaction was asked for. */
  toBeFullyPlayed(): R
  /** So many interactions were played. */
  toHavePlayed(count: number): R
  /** A request was sent, replayed or recorded, whose JSON body has these members: as `toMatchObject`, of any of them. */
  toHaveRequested(body: object): R
}

interface Verdict {
  readonly pass: boolean
  readonly message: () => string
  readonly expected?: unknown
  readonly actual?: unknown
}

interface MatcherState {
  equals(a: unknown, b: unknown, testers?: unknown[]): boolean
  readonly utils: { readonly subsetEquality?: unknown; stringify(value: unknown): string }
}

/** The matchers, for `expect.extend`. */
export const matchers = {
  toBeFullyPlayed(session: CassetteSession): Verdict {
    const { played, unplayed } = session
    const list = unplayed.map(({ request, line }) => `  line ${line ?? '?'}: ${request.method} ${request.url}`)
    return {
      pass: unplayed.length === 0,
      message: () =>
        unplayed.length === 0
          ? `expected interactions to be left over, and all ${played.length} were played`
          : printable(
              `${unplayed.length} of ${played.length + unplayed.length} interactions were not played:\n${list.join('\n')}`,
            ),
    }
  },

  toHavePlayed({ played }: CassetteSession, count: number): Verdict {
    const list = played.map(({ request }) => `  ${request.method} ${request.url}`)
    return {
      pass: played.length === count,
      message: () => printable(`${played.length} interactions were played, expected ${count}:\n${list.join('\n')}`),
      expected: count,
      actual: played.length,
    }
  },

  toHaveRequested(this: MatcherState, { played, recorded }: CassetteSession, body: object): Verdict {
    const bodies = [...played, ...recorded].map(({ request }) => parseBody(request.body))
    const pass = bodies.some((candidate) => includes(candidate, body, (a, b) => this.equals(a, b)))
    const nearest = bodies.length === 1 ? bodies[0] : bodies
    return {
      pass,
      message: () =>
        pass
          ? 'a request was sent whose body has these members, and none was expected'
          : `none of ${bodies.length} requests has these members in its body`,
      expected: body,
      actual: nearest,
    }
  },
}

function parseBody(body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** As `toMatchObject`: what the expected objects don't name may be anything; lists and asymmetric matchers are compared whole. */
function includes(actual: unknown, expected: unknown, equals: (a: unknown, b: unknown) => boolean): boolean {
  if (!isPlainObject(expected) || !isPlainObject(actual)) {
    if (!Array.isArray(expected) || !Array.isArray(actual)) return equals(actual, expected)
    return expected.length === actual.length && expected.every((item, index) => includes(actual[index], item, equals))
  }
  return Object.entries(expected).every(([key, value]) => includes(actual[key], value, equals))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
}
