import type { HttpRequest } from '../http/http-request.ts'
import type { Difference, MatcherResult } from '../matcher/matcher.ts'
import { modeSetting } from '../options/mode.ts'
import type { Mismatch } from './mismatch.ts'

/**
 * Chooses the advice that applies to a mismatch.
 *
 * @param request the request that matched nothing
 * @param reason the reason
 * @param results the comparison with the nearest interaction; empty if there is none to compare
 */
export function adviseOn(
  request: HttpRequest,
  reason: Mismatch['reason'],
  results: readonly MatcherResult[],
): string[] {
  if (isPreflight(request)) {
    return [
      'This is a CORS preflight of the test environment, and no recording contains one. In happy-dom, switch it off: ' +
        '{ environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } } }.',
    ]
  }
  if (reason === 'already-played') {
    return [
      "If the code is supposed to send this request more often, repeat the recording: { repeat: 'last' } or { repeat: 'all' }.",
      'Otherwise, the code under test sends one request too many.',
    ]
  }
  if (results.length === 0)
    return [
      `Record the request into this cassette with ${modeSetting('new-episodes')}, or correct the path of the cassette.`,
    ]
  return [
    `If the request changed on purpose, record it: ${modeSetting('record')} replaces the cassette, new-episodes adds to it.`,
    ...results.flatMap(adviseOnResult),
  ]
}

/** Real browsers send preflights past MSW, and Node sends none. It comes from the `fetch` of a test environment with a document. */
function isPreflight({ method }: HttpRequest): boolean {
  return method === 'OPTIONS' && typeof document !== 'undefined'
}

function adviseOnResult({ matcher, differences }: MatcherResult): string[] {
  if (differences.length === 0) return []
  if (matcher === 'body') return adviseOnBody(differences)
  if (matcher === 'url') return adviseOnUrl(differences)
  if (matcher === 'headers') return ['If the headers are irrelevant, remove them from match.headers.']
  return []
}

function adviseOnBody(differences: readonly Difference[]): string[] {
  if (differences.some(({ path }) => path === '$')) {
    return ["If the body is irrelevant, ignore it: { match: { body: 'ignore' } }."]
  }
  if (differences.length > 3) return ['If an SDK or a framework changed the shape of its requests, see llmDefaults.']
  const paths = new Set(differences.filter(mightBeVolatile).map(({ path }) => path.replace(/\[\d+\]/g, '[*]')))
  if (paths.size === 0) return []
  return [`If a value changes on every run, ignore it: { match: { ignoreBody: [${quote([...paths])}] } }.`]
}

/** An id or a time, for example: it is on both sides, and it is not the question itself. */
function mightBeVolatile({ path, recorded, received }: Difference): boolean {
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
