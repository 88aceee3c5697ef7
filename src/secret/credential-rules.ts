import { mediaType } from '../body/content-type.ts'
import type { HeaderPair } from '../cassette.ts'
import { type JsonPath, parseJsonPath } from '../json/json-path.ts'
import { credentialsIn } from './header-credentials.ts'
import { redactMembers, redactPaths } from './json-credentials.ts'
import { redactMultipart } from './multipart-credentials.ts'
import type { RedactOptions } from './redact-options.ts'
import { REDACTED, type SecretSet } from './redacted.ts'
import { replaceEverywhere } from './replace-everywhere.ts'
import { isSecretHeader, isSecretParameter } from './secret-name.ts'
import { redactForm, redactUrls } from './url-credentials.ts'

/** The body of a form that does not say so. */
const FORM = /^[\w.%+*[\]-]+=[^\s{}"]*$/

/**
 * Where credentials stand, and how they are replaced: first in their places, which tells what they are, then everywhere.
 */
export class CredentialRules {
  readonly #headers: ReadonlySet<string>
  readonly #parameters: ReadonlySet<string>
  readonly #paths: readonly JsonPath[]
  readonly #patterns: readonly RegExp[]

  constructor({ headers = [], query = [], json = [], patterns = [] }: RedactOptions) {
    this.#headers = new Set(headers.map((name) => name.toLowerCase()))
    this.#parameters = new Set(query.map((name) => name.toLowerCase()))
    this.#paths = json.map((path) => parseJsonPath(path) ?? [])
    this.#patterns = patterns.map(({ source, flags }) => new RegExp(source, `${flags.replace(/[gy]/g, '')}g`))
  }

  /** Finds the credentials in headers. */
  findInHeaders(headers: Iterable<HeaderPair>, found: SecretSet): void {
    for (const [name, value] of headers) {
      if (this.#isHeader(name)) for (const credential of credentialsIn(name, value)) found.add(credential)
    }
  }

  /** Replaces the credentials that stand in their places in a URL. */
  placeInUrl(url: string, found: SecretSet): string {
    const [, before = '', query = '', fragment = ''] = /^([^?#]*\??)([^#]*)(.*)$/s.exec(url) ?? []
    return redactUrls(before + redactForm(query, this.#isParameter, found) + fragment, this.#isParameter, found)
  }

  /** Replaces a header that carries a credential, and those in the addresses of any other. */
  placeInHeader(name: string, value: string, found: SecretSet): string {
    return this.#isHeader(name) ? REDACTED : redactUrls(value, this.#isParameter, found)
  }

  /**
   * Replaces the credentials that stand in their places in a body, be it a form or JSON in any wrapping.
   *
   * @param text of bytes that are no text, one character for each
   */
  placeInBody(text: string, contentType: string, found: SecretSet): string {
    const isForm = mediaType(contentType) === 'application/x-www-form-urlencoded' || FORM.test(text)
    const form = isForm ? redactForm(text, this.#isParameter, found) : text
    const parts = redactMultipart(form, this.#isParameter, found)
    const members = redactMembers(parts, found)
    return redactPaths(redactUrls(members, this.#isParameter, found), this.#paths, found)
  }

  /** Replaces credentials wherever they stand. */
  everywhere(text: string, found: SecretSet): string {
    return replaceEverywhere(text, found, this.#patterns)
  }

  #isHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase()) || isSecretHeader(name)
  }

  readonly #isParameter = (name: string): boolean => this.#parameters.has(name.toLowerCase()) || isSecretParameter(name)
}
