import type { HttpRequest } from '../http/http-request.ts'
import type { Difference, MatcherResult } from '../matcher/matcher.ts'
import type { Mismatch } from './mismatch.ts'

/**
 * Chooses the advice that applies to a mismatch, and no other.
 *
 * @param request what matched nothing
 * @param reason why
 * @param verdicts what the matchers say of the nearest interaction; empty where there is none to compare
 */
export function adviseOn(
  request: HttpRequest,
  reason: Mismatch['reason'],
  verdicts: readonly MatcherResult[],
): string[] {
  if (isPreflight(request)) {
    return [
      'A test environment asks here whether a page may ask, and no recording has that. In happy-dom: ' +
        '{ environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } } }.',
    ]
  }
  if (reason === 'already-played') {
    return [
      "If the code asks this more often on purpose, let the recording repeat: { repeat: 'last' } or { repeat: 'all' }.",
      'If it should not, the code under test sends a request too many.',
    ]
  }
  if (verdicts.length === 0)
    return [
      'Record the request into this cassette with MSW_CASSETTE_MODE=new-episodes, or correct the path of the cassette.',
    ]
  return [
    'If the request changed on purpose, record it: MSW_CASSETTE_MODE=record makes the cassette anew, new-episodes adds to it.',
    ...verdicts.flatMap(adviseOnVerdict),
  ]
}

/** Browsers send them past what intercepts requests, and Node sends none: it is the fetch of a test environment with a document. */
function isPreflight({ method }: HttpRequest): boolean {
  return method === 'OPTIONS' && typeof document !== 'undefined'
}

function adviseOnVerdict({ matcher, differences }: MatcherResult): string[] {
  if (differences.length === 0) return []
  if (matcher === 'body') return adviseOnBody(differences)
  if (matcher === 'url') return adviseOnUrl(differences)
  if (matcher === 'headers') return ['If the headers are irrelevant, take them out of match.headers.']
  return []
}

function adviseOnBody(differences: readonly Difference[]): string[] {
  if (differences.some(({ path }) => path === '$')) {
    return ["If the body is irrelevant, ignore it: { match: { body: 'ignore' } }."]
  }
  const volatile = new Set(differences.filter(mayBeVolatile).map(({ path }) => path.replace(/\[\d+\]/g, '[*]')))
  const advice = [...volatile].slice(0, 3)
  if (differences.length > 3) return ['If an SDK or a framework changed the shape of its requests, see llmDefaults.']
  return advice.length === 0
    ? []
    : [`If a value changes on every run, ignore it: { match: { ignoreBody: [${quote(advice)}] } }.`]
}

/** Ids, times and the like: on both sides, and not the question itself. */
function mayBeVolatile({ path, recorded, received }: Difference): boolean {
  const isValue = (value: unknown): boolean => value !== undefined && typeof value !== 'object'
  return isValue(recorded) && isValue(received) && !/(?:content|text|input|prompt|model|role)$/.test(path)
}

function adviseOnUrl(differences: readonly Difference[]): string[] {
  const names = differences.map(({ path }) => /^url\.query(?:\.|\[")([^[\].'"]+)/.exec(path)?.[1])
  if (names.every((name) => name !== undefined)) {
    return [`If the query is irrelevant, ignore it: { match: { ignoreQuery: [${quote([...new Set(names)])}] } }.`]
  }
  return ['If the two addresses mean the same, give them one name: { match: { url: (url) => … } }.']
}

function quote(names: readonly string[]): string {
  return names.map((name) => `'${name.replaceAll("'", "\\'")}'`).join(', ')
}
