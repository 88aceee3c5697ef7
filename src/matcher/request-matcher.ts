import { type BodyComparison, toComparableBody } from '../body/comparable-body.ts'
import { hasEqualBytes } from '../bytes/byte-view.ts'
import { contentTypeOf, type HttpRequest, headersOf } from '../http/http-request.ts'
import { type JsonPath, parseJsonPath, removeAtPath } from '../json/json-path.ts'
import { checkKeys, checkOption } from '../options/check-options.ts'
import { matchBody } from './body.ts'
import { matchHeaders } from './headers.ts'
import type { MatchOptions, Normalize } from './match-options.ts'
import type { Difference, Matcher, MatcherResult } from './matcher.ts'
import { matchMethod } from './method.ts'
import type { NormalizedRequest } from './normalized-request.ts'
import { matchUrl } from './url.ts'

/** All of `MatchOptions` as one object: requests with the same key are equal. */
export interface RequestMatcher {
  /** The key of a request; undefined where its URL is impossible, and nothing can equal it. */
  key(request: HttpRequest): string | undefined
  /** Whether two requests are equal for sure, told by their bytes and without their keys; false says nothing. */
  hasEqualBytes(recorded: HttpRequest, received: HttpRequest): boolean
  /** The origin that a URL is compared under, such as `https://api.openai.com`; undefined where it is impossible. */
  origin(url: string): string | undefined
  /** Says matcher by matcher where two requests differ; empty where either URL is impossible. */
  compare(recorded: HttpRequest, received: HttpRequest): MatcherResult[]
  /** A request as it is compared; undefined where its URL is impossible. */
  toComparable(request: HttpRequest): NormalizedRequest | undefined
}

/** Replaces the credentials of both requests before they are compared, as they are replaced before they are saved. */
export interface Redaction {
  request<T extends HttpRequest>(request: T): T
  headers(headers: Headers): Headers
}

/**
 * Builds the matcher that options describe.
 *
 * @param given see `MatchOptions`
 * @param redaction what is done to each request first; default nothing
 * @throws CassetteOptionError for an unknown option, a path that is none, a value of the wrong type
 */
export function createRequestMatcher(given?: MatchOptions, redaction?: Redaction): RequestMatcher {
  if (given !== undefined) checkMatchOptions(given)
  const options = given ?? {}
  const matchers = options.matchers ?? toMatchers(options)
  const prepare = createPreparation(options, redaction)
  const isSame = isByBytes(options) ? haveSameBytes : () => false
  return {
    toComparable: prepare,
    hasEqualBytes: isSame,
    origin: (url) => toOrigin(aliasUrl(url, options.url)),
    key(raw) {
      const request = prepare(raw)
      return request && matchers.map((matcher) => matcher.key({ request })).join('\n')
    },
    compare(rawRecorded, rawReceived) {
      const recorded = prepare(rawRecorded)
      const received = prepare(rawReceived)
      if (!recorded || !received) return []
      return matchers.map((matcher) => ({ matcher: matcher.name, differences: differ(matcher, recorded, received) }))
    },
  }
}

/** Whether what is compared follows from a request's method, URL and body, and no function of the user's has to be asked. */
function isByBytes({ headers = [], body, url, normalize, matchers }: MatchOptions): boolean {
  return headers.length === 0 && typeof body !== 'function' && !url && !normalize && !matchers
}

function haveSameBytes(recorded: HttpRequest, received: HttpRequest): boolean {
  return (
    recorded.url === received.url &&
    recorded.method === received.method &&
    contentTypeOf(recorded) === contentTypeOf(received) &&
    hasEqualBytes(recorded.body, received.body)
  )
}

function toMatchers({ headers = [], body }: MatchOptions): Matcher[] {
  return [
    matchMethod,
    matchUrl,
    ...(headers.length > 0 ? [matchHeaders(headers)] : []),
    ...(body === 'ignore' ? [] : [matchBody(typeof body === 'function' ? body : undefined)]),
  ]
}

function createPreparation(
  options: MatchOptions,
  redaction: Redaction | undefined,
): (raw: HttpRequest) => NormalizedRequest | undefined {
  const paths = (options.ignoreBody ?? []).map((path, index) => toPath(path, index))
  const normalizers: readonly Normalize[] = [options.normalize ?? []].flat()
  return (unredacted) => {
    const raw = redaction?.request(unredacted) ?? unredacted
    const url = aliasUrl(raw.url, options.url)
    if (!url) return undefined
    dropQuery(url, options.ignoreQuery)
    let request = createMatchRequest(raw, url, typeof options.body === 'string' ? options.body : 'json', redaction)
    for (const normalize of normalizers) request = normalize({ request }) ?? request
    for (const path of paths) removeAtPath(request.body, path)
    return request
  }
}

function createMatchRequest(
  raw: HttpRequest,
  url: URL,
  body: BodyComparison | 'ignore',
  redaction: Redaction | undefined,
): NormalizedRequest {
  return {
    method: raw.method.toUpperCase(),
    url,
    get headers() {
      const headers = headersOf(raw)
      return redaction?.headers(headers) ?? headers
    },
    body: body === 'ignore' ? null : toComparableBody(raw.body, contentTypeOf(raw), body).value,
  }
}

function aliasUrl(text: string, alias: MatchOptions['url']): URL | undefined {
  const url = URL.parse ? URL.parse(text) : parseUrl(text)
  if (!url || !alias) return url ?? undefined
  const aliased = alias(url) ?? url
  if (aliased instanceof URL) return aliased
  checkOption('match.url', URL.canParse(aliased), aliased, `a function that returns a URL, also for ${text}`)
  return new URL(aliased)
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function toOrigin(url: URL | undefined): string | undefined {
  return url && `${url.protocol}//${url.host}`
}

function dropQuery(url: URL, ignored: MatchOptions['ignoreQuery']): void {
  if (ignored === 'all') url.search = ''
  else for (const name of ignored ?? []) url.searchParams.delete(name)
}

function differ(matcher: Matcher, recorded: NormalizedRequest, received: NormalizedRequest): readonly Difference[] {
  const keys = { recorded: matcher.key({ request: recorded }), received: matcher.key({ request: received }) }
  if (keys.recorded === keys.received) return []
  return matcher.differences?.({ recorded, received }) ?? [{ path: matcher.name, ...keys }]
}

const KNOWN = ['headers', 'body', 'ignoreBody', 'ignoreQuery', 'url', 'normalize', 'matchers']
const BODIES = ['json', 'text', 'bytes', 'ignore']

function checkMatchOptions(options: MatchOptions): void {
  checkOption('match', typeof options === 'object' && options !== null, options, 'an object')
  checkKeys(options, KNOWN, 'match')
  const { body, headers, ignoreQuery, ignoreBody: ignore, url, normalize, matchers = [] } = options
  const isBody = body === undefined || typeof body === 'function' || BODIES.includes(body)
  checkOption('match.body', isBody, body, `a function or one of ${BODIES.map((word) => `'${word}'`).join(', ')}`)
  const areNames = isTexts(headers) && (headers ?? []).every((name) => /^[!#$%&'*+.^_`|~\w-]+$/.test(name))
  checkOption('match.headers', areNames, headers, 'a list of header names')
  checkOption('match.ignoreBody', isTexts(ignore), ignore, "a list of JSON paths such as '$.metadata.trace_id'")
  checkOption(
    'match.ignoreQuery',
    ignoreQuery === 'all' || isTexts(ignoreQuery),
    ignoreQuery,
    "a list of names, or 'all'",
  )
  checkOption('match.url', url === undefined || typeof url === 'function', url, 'a function')
  const areMatchers = Array.isArray(matchers) && matchers.every(isMatcher)
  checkOption('match.matchers', areMatchers, matchers, 'a list of matchers: { name, key }')
  const areFunctions = [normalize ?? []].flat().every((each) => typeof each === 'function')
  checkOption('match.normalize', areFunctions, normalize, 'a function or a list of functions')
}

function isMatcher(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'key' in value && typeof value.key === 'function'
  )
}

function isTexts(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}

function toPath(text: string, index: number): JsonPath {
  const path = parseJsonPath(text)
  checkOption(
    `match.ignoreBody[${index}]`,
    path !== undefined,
    text,
    "a JSON path such as '$.messages[*].id', '$.metadata' or '$..trace_id'",
  )
  return path ?? []
}
