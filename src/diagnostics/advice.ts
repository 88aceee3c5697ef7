import type { HttpRequest } from '../http/http-request.ts'
import type { Difference, MatcherResult } from '../matcher/matcher.ts'
import { modeSetting } from '../options/mode.ts'
import { hasEnvironment } from '../platform/environment.ts'
import type { Nearest, Searchable } from './find-nearest.ts'
import { findVolatileOption } from './find-volatile-option.ts'
import type { Mismatch } from './mismatch.ts'

/**
 * Chooses the advice that applies to a mismatch.
 *
 * @param request the request that matched nothing
 * @param reason the reason
 * @param nearest the nearest interaction; undefined if nothing is recorded
 * @param rest whether everything that is recorded was played
 */
export function adviseOn(
  request: HttpRequest,
  reason: Mismatch['reason'],
  nearest: Nearest<Searchable> | undefined,
  rest: 'played' | 'unplayed' = 'unplayed',
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
  if (!nearest || nearest.results.length === 0)
    return [
      `Record the request into this cassette with ${modeSetting('new-episodes')}, or correct the path of the cassette.`,
    ]
  // A recording that is left unplayed would make the test fail again.
  const addition = rest === 'played' ? `, ${modeSetting('new-episodes')} adds to it` : ''
  const record = `If the request changed on purpose, record it: ${replacements()}${addition}.`
  const option = findVolatileOption(request, nearest)
  if (option)
    return [`If the difference is a text that changes on every run, this makes the request match: ${option}.`, record]
  return [record, ...adviseOnResults(nearest.results)]
}

/** Without an environment, as in a page, there is no file to heal. */
function replacements(): string {
  const record = modeSetting('record')
  if (!hasEnvironment()) return `${record} replaces the whole cassette`
  return `${modeSetting('heal')} replaces the parts that changed, ${record} the whole cassette`
}

/** Nothing that is ignored makes a request match a recording with another method. */
function adviseOnResults(results: readonly MatcherResult[]): string[] {
  const differs = (name: string): boolean =>
    results.some(({ matcher, differences }) => matcher === name && differences.length > 0)
  if (differs('method')) return []
  return results.flatMap((result) => adviseOnResult(result, differs('url') ? 'another-url' : 'same-url'))
}

/** Real browsers send preflights past MSW, and Node sends none. It comes from the `fetch` of a test environment with a document. */
function isPreflight({ method }: HttpRequest): boolean {
  return method === 'OPTIONS' && typeof document !== 'undefined'
}

function adviseOnResult({ matcher, differences }: MatcherResult, url: 'same-url' | 'another-url'): string[] {
  if (differences.length === 0) return []
  if (matcher === 'body') return adviseOnBody(differences, url)
  if (matcher === 'url') return adviseOnUrl(differences)
  if (matcher === 'headers') return ['If the headers are irrelevant, remove them from match.headers.']
  return []
}

function adviseOnBody(differences: readonly Difference[], url: 'same-url' | 'another-url'): string[] {
  if (differences.some(({ path }) => path === '$')) {
    // With another URL too, it is probably another request.
    if (url === 'another-url') return []
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
