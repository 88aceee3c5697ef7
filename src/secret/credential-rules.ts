import { mediaType } from '../body/content-type.ts'
import type { HeaderPair } from '../cassette.ts'
import { type JsonPath, parseJsonPath } from '../json/json-path.ts'
import { findHeaderCredentials } from './header-credentials.ts'
import { redactMembers, redactPaths } from './json-credentials.ts'
import { redactMultipart } from './multipart-credentials.ts'
import { redactKnownSecrets } from './redact-known-secrets.ts'
import type { RedactOptions } from './redact-options.ts'
import { REDACTED, type SecretSet } from './redacted.ts'
import { isSecretHeader, isSecretParameter } from './secret-name.ts'
import { redactForm, redactUrls } from './url-credentials.ts'

/** The body of a form that has no content type. */
const FORM = /^[\w.%+*[\]-]+=[^\s{}"]*$/

/**
 * Finds and replaces credentials in two steps: first in known places, such as an `api_key` parameter, which also collects their
 * values; then every other occurrence of these values.
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

  /** Adds the credentials in headers to the secrets. */
  findInHeaders(headers: Iterable<HeaderPair>, secrets: SecretSet): void {
    for (const [name, value] of headers) {
      if (this.#isHeader(name)) for (const credential of findHeaderCredentials(name, value)) secrets.add(credential)
    }
  }

  /** Replaces the credentials in known places of a URL, and adds them to the secrets. */
  redactUrl(url: string, secrets: SecretSet): string {
    const [, before = '', query = '', fragment = ''] = /^([^?#]*\??)([^#]*)(.*)$/s.exec(url) ?? []
    return redactUrls(before + redactForm(query, this.#isParameter, secrets) + fragment, this.#isParameter, secrets)
  }

  /** Replaces the value of a header that carries a credential. In other headers, replaces the credentials in URLs. */
  redactHeader(name: string, value: string, secrets: SecretSet): string {
    return this.#isHeader(name) ? REDACTED : redactUrls(value, this.#isParameter, secrets)
  }

  /**
   * Replaces the credentials in known places of a body, and adds them to the secrets. The body can be a form or contain JSON.
   *
   * @param text the body; a binary string if it is not UTF-8
   */
  redactBody(text: string, contentType: string, secrets: SecretSet): string {
    const isForm = mediaType(contentType) === 'application/x-www-form-urlencoded' || FORM.test(text)
    const form = isForm ? redactForm(text, this.#isParameter, secrets) : text
    const parts = redactMultipart(form, this.#isParameter, secrets)
    const members = redactMembers(parts, secrets)
    return redactPaths(redactUrls(members, this.#isParameter, secrets), this.#paths, secrets)
  }

  /** Replaces every occurrence of the secrets, and every match of the patterns. */
  redactEverywhere(text: string, secrets: SecretSet): string {
    return redactKnownSecrets(text, secrets, this.#patterns)
  }

  #isHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase()) || isSecretHeader(name)
  }

  readonly #isParameter = (name: string): boolean => this.#parameters.has(name.toLowerCase()) || isSecretParameter(name)
}
