import type { HeaderPair } from '../cassette.ts'
import { type JsonPath, parseJsonPath } from '../json/json-path.ts'
import { findHeaderCredentials, redactChallenge, redactProtocols } from './header-credentials.ts'
import { isPlaceholder, looksLikeCredential } from './looks-like-credential.ts'
import { redactPlaces } from './place-scanners.ts'
import type { RedactOptions } from './redact-options.ts'
import { redactPaths } from './redact-paths.ts'
import { type CredentialRule, type FoundCredentials, REDACTED } from './redacted.ts'
import { isCredential, isCredentialAmong, type NamePlace } from './secret-name.ts'
import { decode, redactForm, redactUrls } from './url-credentials.ts'

/**
 * Placeholders such as `<TOKEN>` in JSON and XML. A saved text keeps them. A request that is compared loses them, because the client of a
 * recording from which another tool removed a credential has that credential again.
 */
type Placeholders = 'kept' | 'replaced'

const NO_NAMES: ReadonlySet<string> = new Set()

/** Finds and replaces the credentials in known places, such as an `api_key` parameter, according to the options of a session. */
export class CredentialRules implements CredentialRule {
  readonly #headers: ReadonlySet<string>
  readonly #parameters: ReadonlySet<string>
  readonly #paths: readonly JsonPath[]
  readonly #patterns: readonly RegExp[]
  readonly #placeholders: Placeholders

  constructor({ headers = [], query = [], json = [], patterns = [] }: RedactOptions, placeholders: Placeholders) {
    this.#placeholders = placeholders
    this.#headers = new Set(headers.map((name) => name.toLowerCase()))
    this.#parameters = new Set(query.map((name) => name.toLowerCase()))
    this.#paths = json.map((path) => parseJsonPath(path) ?? [])
    this.#patterns = patterns.map(({ source, flags }) => new RegExp(source, `${flags.replace(/[gy]/g, '')}g`))
  }

  isCredential(name: string, value: string, place: NamePlace, siblings: ReadonlySet<string> = NO_NAMES): boolean {
    if (place === 'json' && this.#placeholders === 'kept' && isPlaceholder(value)) return false
    if (isCredential(name, value, place)) return true
    return (
      isCredentialAmong({ name, value, place, siblings }) ||
      (place === 'parameter' && this.#parameters.has(name.toLowerCase()))
    )
  }

  /** Finds the credentials in headers. */
  findInHeaders(headers: Iterable<HeaderPair>, found: FoundCredentials): void {
    for (const [name, value] of headers) {
      if (!this.#isHeader(name, value)) this.redactHeader(name, value, found)
      else for (const credential of findHeaderCredentials(name, value)) found.add(credential)
    }
  }

  /** Replaces the credentials in known places of a URL. */
  redactUrl(url: string, found: FoundCredentials): string {
    const [, before = '', query = '', fragment = ''] = /^([^?#]*\??)([^#]*)(.*)$/s.exec(url) ?? []
    return redactUrls(redactBot(before, found) + redactForm(query, this, found) + fragment, this, found)
  }

  /** Replaces the value of a header that carries a credential. In other headers, replaces the credentials in URLs and JSON. */
  redactHeader(name: string, value: string, found: FoundCredentials): string {
    if (this.#isHeader(name, value)) return REDACTED
    return redactPlaces(redactNamedParts(name, value, found), '', this, found)
  }

  /** Replaces the credentials in known places of a body. */
  redactBody(text: string, contentType: string, found: FoundCredentials): string {
    return redactPaths(redactPlaces(text, contentType, this, found), this.#paths, found)
  }

  /** Replaces the matches of the option `patterns`. */
  redactPatterns(text: string): string {
    return this.#patterns.reduce((result, pattern) => result.replace(pattern, REDACTED), text)
  }

  #isHeader(name: string, value: string): boolean {
    return this.#headers.has(name.toLowerCase()) || isCredential(name, value, 'parameter')
  }
}

/** Replaces the credentials in the parts of a header that names them in a form of its own. */
function redactNamedParts(name: string, value: string, found: FoundCredentials): string {
  if (/^(?:www|proxy)-authenticate$/i.test(name)) return redactChallenge(value, found)
  return /^sec-websocket-protocol$/i.test(name) ? redactProtocols(value, found) : value
}

/** Telegram and its imitators have the token in the path: `/bot123456789:AA…/sendMessage`. */
function redactBot(path: string, found: FoundCredentials): string {
  return path.replace(/(\/bot)([^/]{16,4000})/g, (all, start: string, segment: string) => {
    const token = decode(segment)
    if (!looksLikeCredential(token) && !/^\d{6,12}:|^(?=.*\d)[A-Z\d]{16,40}$/.test(token)) return all
    found.add(token)
    return start + REDACTED
  })
}
