import type { Interaction } from '../cassette.ts'
import { parseJsonPath } from '../json/json-path.ts'
import { aFunction, type Check, listOf, objectOf, patterns, stringsOf } from '../options/checks.ts'

/** Data that is removed from recordings, in addition to the credentials that are always removed. */
export interface RedactOptions {
  /** Additional headers that carry credentials. Other occurrences of their values are replaced too. Case-insensitive. */
  headers?: readonly string[]
  /** Additional query parameters and form fields that carry credentials. Case-insensitive. */
  query?: readonly string[]
  /** JSON paths in requests and responses, such as `$.user.email`. The strings and numbers there are replaced. */
  json?: readonly string[]
  /** Patterns of text to replace everywhere. */
  patterns?: readonly RegExp[]
  /** Changes an interaction after all other redaction. */
  transform?: (input: { interaction: Interaction }) => Interaction
}

/** Checks the option `redact`. */
export const checkRedactOptions: Check = objectOf<RedactOptions>({
  headers: stringsOf('a list of names'),
  query: stringsOf('a list of names'),
  json: listOf(
    (path) => typeof path === 'string' && parseJsonPath(path) !== undefined,
    "a list of JSON paths such as '$.user.email'",
  ),
  patterns,
  transform: aFunction,
})
