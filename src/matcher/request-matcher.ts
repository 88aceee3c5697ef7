import { type BodyComparison, toComparableBody } from '../body/comparable-body.ts'
import { hasEqualBytes } from '../bytes/byte-view.ts'
import { contentOf, contentTypeOf, type HttpRequest, headersOf } from '../http/http-request.ts'
import { parseUrl } from '../http/parse-url.ts'
import { aliasUrl } from './alias-url.ts'
import { matchBody } from './body.ts'
import { matchHeaders } from './headers.ts'
import { ignoreExchangeCredentials } from './ignore-exchange-credentials.ts'
import { ignoreMessageIds } from './ignore-message-ids.ts'
import { keepsEqualBytesEqual, type MatchOptions, toSteps } from './match-options.ts'
import type { Difference, Matcher, MatcherResult } from './matcher.ts'
import { matchMethod } from './method.ts'
import type { NormalizedRequest } from './normalized-request.ts'
import { matchUrl } from './url.ts'

/** `MatchOptions` as one object: requests with equal keys are equal. */
export interface RequestMatcher {
  /** The key of a request; undefined if its URL is invalid, so that nothing can equal it. */
  key(request: HttpRequest): string | undefined
  /** Tells whether two requests are certainly equal, by their bytes and without their keys; false decides nothing. */
  hasEqualBytes(recorded: HttpRequest, received: HttpRequest): boolean
  /** The origin under which a URL is compared, such as `https://api.openai.com`; undefined if the URL is invalid. */
  origin(url: string): string | undefined
  /** Compares two requests, matcher by matcher; empty if either URL is invalid. */
  compare(recorded: HttpRequest, received: HttpRequest): MatcherResult[]
  /** Tells whether two requests would be equal if texts were ignored in addition to the options. */
  isEqualWith(more: IgnoredTexts, recorded: HttpRequest, received: HttpRequest): boolean
  /** A request in the form that is compared; undefined if its URL is invalid. */
  toComparable(request: HttpRequest): NormalizedRequest | undefined
}

/** The options that ignore texts, apart from whole queries. */
export interface IgnoredTexts {
  readonly mask: NonNullable<MatchOptions['mask']>
  readonly ignoreBody: readonly string[]
  readonly ignoreQuery: readonly string[]
}

/** Replaces credentials before requests are compared, in the same way as before they are saved. */
export interface Redaction {
  request<T extends HttpRequest>(request: T): T
  headers(headers: Headers): Headers
}

/**
 * Creates the matcher that options describe.
 *
 * @param options checked, see `MatchOptions`
 * @param redaction applied to each request first; default: none
 */
export function createRequestMatcher(options: MatchOptions = {}, redaction?: Redaction): RequestMatcher {
  const matchers = options.matchers ?? toMatchers(options)
  const toComparable = createNormalization(options, redaction)
  // One received request is compared with many recorded ones.
  let last: { readonly raw: HttpRequest; readonly request: NormalizedRequest | undefined } | undefined
  const toReceived = (raw: HttpRequest): NormalizedRequest | undefined => {
    if (last?.raw !== raw) last = { raw, request: toComparable(raw) }
    return last.request
  }
  const toKey = (raw: HttpRequest): string | undefined => {
    const request = toComparable(raw)
    return request && joinKeys(matchers.map((matcher) => matcher.key({ request })))
  }
  return {
    toComparable,
    hasEqualBytes: keepsEqualBytesEqual(options) ? areSameBytes : () => false,
    origin(text) {
      const url = parseUrl(text)
      return url && toOrigin(options.url ? aliasUrl(url, options.url) : url)
    },
    key: keepsEqualBytesEqual(options) ? rememberLast(toKey) : toKey,
    isEqualWith(more, recorded, received) {
      const { key } = createRequestMatcher(ignoreMore(options, more), redaction)
      const wanted = key(recorded)
      return wanted !== undefined && key(received) === wanted
    },
    compare(rawRecorded, rawReceived) {
      const recorded = toComparable(rawRecorded)
      const received = toReceived(rawReceived)
      if (!recorded || !received) return []
      return matchers.map((matcher) => ({ matcher: matcher.name, differences: differ(matcher, recorded, received) }))
    },
  }
}

/** Tests often repeat a request. Its redaction and its canonical form take longer than anything else in a replay. */
function rememberLast(toKey: (raw: HttpRequest) => string | undefined): (raw: HttpRequest) => string | undefined {
  let last: { readonly request: HttpRequest; readonly key: string | undefined } | undefined
  return (raw) => {
    if (last && areSameBytes(last.request, raw)) return last.key
    const { method, url, body } = raw
    // Without the other headers, which contain credentials.
    last = { request: { method, url, body, headers: [['content-type', contentTypeOf(raw)]] }, key: toKey(raw) }
    return last.key
  }
}

/** Lines within a key are indented, so that a key with a line break can't be taken for two. */
function joinKeys(keys: readonly string[]): string {
  return keys.map((key) => `=${key.replaceAll('\n', '\n ')}`).join('\n')
}

function ignoreMore(options: MatchOptions, { mask, ignoreBody, ignoreQuery }: IgnoredTexts): MatchOptions {
  const { mask: masks = [], ignoreBody: paths = [], ignoreQuery: names = [] } = options
  return {
    ...options,
    mask: [...masks, ...mask],
    ignoreBody: [...paths, ...ignoreBody],
    ignoreQuery: names === 'all' ? names : [...names, ...ignoreQuery],
  }
}

function toMatchers({ headers = [], body }: MatchOptions): Matcher[] {
  return [
    matchMethod,
    matchUrl,
    ...(headers.length > 0 ? [matchHeaders(headers)] : []),
    ...(body === 'ignore' ? [] : [matchBody(typeof body === 'function' ? body : undefined)]),
  ]
}

function createNormalization(
  options: MatchOptions,
  redaction: Redaction | undefined,
): (raw: HttpRequest) => NormalizedRequest | undefined {
  const steps = toSteps(options)
  const body = typeof options.body === 'string' ? options.body : 'json'
  return (unredacted) => {
    const raw = redaction?.request(unredacted) ?? unredacted
    const url = parseUrl(raw.url)
    if (!url) return undefined
    let request = createNormalizedRequest(raw, url, body, redaction)
    for (const step of steps) request = step({ request }) ?? request
    return request
  }
}

function createNormalizedRequest(
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
    ...(body === 'ignore' ? { body: null } : readBody(raw, body)),
  }
}

function readBody(raw: HttpRequest, comparison: BodyComparison): Pick<NormalizedRequest, 'body' | 'bodyKind'> {
  const bytes = comparison === 'bytes' ? raw.body : contentOf(raw)
  const { kind, value } = toComparableBody(bytes, contentTypeOf(raw), comparison)
  const body = comparison === 'json' ? ignoreExchangeCredentials(raw, ignoreMessageIds(value)) : value
  return { body, bodyKind: kind }
}

function toOrigin({ protocol, host }: URL): string {
  return `${protocol}//${host}`
}

function areSameBytes(recorded: HttpRequest, received: HttpRequest): boolean {
  return (
    recorded.url === received.url &&
    recorded.method === received.method &&
    contentTypeOf(recorded) === contentTypeOf(received) &&
    hasEqualBytes(recorded.body, received.body)
  )
}

function differ(matcher: Matcher, recorded: NormalizedRequest, received: NormalizedRequest): readonly Difference[] {
  const keys = { recorded: matcher.key({ request: recorded }), received: matcher.key({ request: received }) }
  if (keys.recorded === keys.received) return []
  return matcher.differences?.({ recorded, received }) ?? [{ path: matcher.name, ...keys }]
}
