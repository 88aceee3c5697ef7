import { mediaType } from '../body/content-type.ts'
import { readUtf8, viewBytes } from '../bytes/byte-view.ts'
import { contentTypeOf, type HttpRequest, headerOf } from '../http/http-request.ts'
import { parseUrl } from '../http/parse-url.ts'
import { createJsonSketch, type SketchJson } from '../json/sketch-json.ts'
import type { MatchOptions } from './match-options.ts'
import { matchUrl } from './url.ts'

/**
 * Returns a short text that is the same for all requests with one key; undefined if it is not known. It takes a small part of the time of a
 * key, because nothing is redacted.
 *
 * It holds for keys without `REDACTED`: redaction has not changed the requests that have such a key.
 */
export type SketchRequest = (request: HttpRequest) => string | undefined

/**
 * Creates the sketches for a matcher.
 *
 * @returns undefined if the options change requests before they are compared, or compare something else than the body
 */
export function createSketch({ headers, echoes, body = 'json', ...others }: MatchOptions): SketchRequest | undefined {
  if (typeof body === 'function' || body === 'ignore' || Object.values(others).some(isSet)) return undefined
  const sketchJson = createJsonSketch(IGNORING_NAMES)
  const urls = new Map<string, string | undefined>()
  return (request) => {
    const { method, url } = request
    const bodySketch = sketchBody(request, sketchJson)
    if (bodySketch === undefined) return undefined
    if (!urls.has(url)) urls.set(url, sketchUrl(url))
    const urlSketch = urls.get(url)
    return urlSketch && `${method.toUpperCase()} ${urlSketch} ${bodySketch}`
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}

function sketchUrl(text: string): string | undefined {
  const url = parseUrl(text)
  return url && matchUrl.key({ request: { method: '', url, headers: NONE, body: null } })
}

const NONE = new Headers()

/** The keys of token exchanges and of JSON-RPC ignore members. */
const IGNORING_NAMES = ['grant_type', 'jsonrpc'] as const

function sketchBody(request: HttpRequest, sketchJson: SketchJson): number | undefined {
  const { body } = request
  if (body.length === 0) return 0
  // A form can begin with a brace too, and a compressed body with any byte.
  const isOther = /^multipart\/|^application\/x-www-form-urlencoded$/.test(mediaType(contentTypeOf(request)))
  if (body[0] !== OPENING_BRACE || isOther || headerOf(request, 'content-encoding')) return undefined
  // UTF-16 has them.
  const view = viewBytes(body)
  return view.includes(0) ? undefined : sketchJson(readUtf8(view, 0, view.length))
}

const OPENING_BRACE = 0x7b
