import { toBinaryString } from '../json/binary-string.ts'
import { type JsonPath, parseJsonPath, valuesAtPath } from '../json/json-path.ts'
import { parseJson } from '../json/parse-json.ts'
import type { RedactOptions } from './redact-options.ts'
import { isSecretMember, isSecretParameter } from './secret-name.ts'

/** What stands in the place of a credential. It needs no escaping in a URL, in JSON, in a header, or in YAML. */
export const REDACTED = 'REDACTED'

/** A shorter credential is replaced in its own place only: elsewhere it could be a part of any word. */
const MIN_LENGTH = 8

/** The members of any JSON in a text, be it a JSON body, lines of it, or the data of events. */
const MEMBER = /"([\w.-]{1,40})"(\s*:\s*)"([^"\\]*(?:\\.[^"\\]*)*)"/g

/** A query or the body of a form, as a whole. */
const FORM = /^[\w.%+*[\]-]+=[^\s{}"]*$/

/** Where credentials stand, and how they are replaced there. */
export class CredentialRules {
  readonly #headers: ReadonlySet<string>
  readonly #parameters: ReadonlySet<string>
  readonly #paths: readonly JsonPath[]
  readonly #patterns: readonly RegExp[]

  constructor({ headers = [], query = [], json = [], patterns = [] }: RedactOptions) {
    this.#headers = new Set(headers.map((name) => name.toLowerCase()))
    this.#parameters = new Set(query)
    this.#paths = json.map((path) => parseJsonPath(path) ?? [])
    this.#patterns = patterns.map(({ source, flags }) => new RegExp(source, `${flags.replace(/[gy]/g, '')}g`))
  }

  /** The credentials in headers: of an authorization what follows its scheme, of a cookie what follows its name. */
  *inHeaders(headers: Headers): Generator<string> {
    for (const [name, value] of headers) {
      if (!this.#isHeader(name)) continue
      for (const part of value.split(/[ ,;]+/)) yield part.replace(/^[\w.-]+=/, '')
      yield value
    }
  }

  /** The credentials in the query of a URL. */
  *inUrl(url: string): Generator<string> {
    const query = url.indexOf('?')
    if (query !== -1) yield* this.#inForm(url.slice(query + 1))
  }

  /** The credentials in a body, be it a form or JSON in any wrapping. */
  *inBody(text: string): Generator<string> {
    if (FORM.test(text)) yield* this.#inForm(text)
    for (const [, name = '', , value = ''] of text.matchAll(MEMBER)) if (isSecretMember(name)) yield value
    yield* this.#atPaths(text)
  }

  redactUrl(url: string, found: ReadonlySet<string>): string {
    const query = url.indexOf('?')
    const redacted = query === -1 ? url : url.slice(0, query + 1) + this.#redactForm(url.slice(query + 1))
    return this.#redactEverywhere(redacted, found)
  }

  redactHeader(name: string, value: string, found: ReadonlySet<string>): string {
    return this.#isHeader(name) ? REDACTED : this.#redactEverywhere(this.redactUrl(value, found), found)
  }

  redactBody(text: string, found: ReadonlySet<string>): string {
    const form = FORM.test(text) ? this.#redactForm(text) : text
    const members = form.replace(MEMBER, (member, name: string, colon: string) =>
      isSecretMember(name) ? `"${name}"${colon}"${REDACTED}"` : member,
    )
    const values = new Set(this.#atPaths(text))
    const placed = [...values].reduce((body, value) => body.replaceAll(JSON.stringify(value), `"${REDACTED}"`), members)
    return this.#redactEverywhere(placed, found)
  }

  *#inForm(query: string): Generator<string> {
    for (const [name, value] of new URLSearchParams(query)) if (this.#isParameter(name)) yield value
  }

  *#atPaths(text: string): Generator<string> {
    if (this.#paths.length === 0) return
    const json = parseJson(text)
    for (const path of this.#paths) {
      for (const value of valuesAtPath(json, path)) if (typeof value === 'string') yield value
    }
  }

  #redactForm(query: string): string {
    return query.replace(/(^|&)([^=&#]+)=([^&#]*)/g, (pair, start: string, name: string) =>
      this.#isParameter(decode(name)) ? `${start}${name}=${REDACTED}` : pair,
    )
  }

  #redactEverywhere(text: string, found: ReadonlySet<string>): string {
    let redacted = text
    for (const secret of found) {
      if (secret.length < MIN_LENGTH) continue
      for (const spelling of spellingsOf(secret)) {
        if (redacted.includes(spelling)) redacted = redacted.replaceAll(spelling, REDACTED)
      }
    }
    return this.#patterns.reduce((result, pattern) => result.replace(pattern, REDACTED), redacted)
  }

  #isHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase()) || isSecretParameter(name)
  }

  #isParameter(name: string): boolean {
    return this.#parameters.has(name) || isSecretParameter(name)
  }
}

/** A credential as it is, and as it stands in JSON, in a URL, and in base64. */
function spellingsOf(secret: string): Set<string> {
  return new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...base64Of(secret)])
}

/** In base64 a text looks different after one or two other bytes; the characters at its ends belong to its neighbours too. */
function base64Of(secret: string): string[] {
  const bytes = toBinaryString(new TextEncoder().encode(secret))
  return [0, 1, 2].map((offset) => {
    const encoded = btoa('\0'.repeat(offset) + bytes).replace(/=+$/, '')
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1
    return encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared)
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
