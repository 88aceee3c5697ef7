import type { Interaction } from '../cassette.ts'
import { parseJsonPath } from '../json/json-path.ts'
import { aFunction, type Check, listOf, objectOf, stringsOf } from '../options/checks.ts'
import { isRegExp } from '../platform/cross-realm.ts'

/** More values to replace before anything is written. The built-in rules always apply, too. */
export interface RedactOptions {
  /** More headers that carry credentials. Their values are replaced everywhere else, too. */
  headers?: readonly string[]
  /** More query parameters and form fields that carry credentials. */
  query?: readonly string[]
  /** JSON paths of requests and responses whose texts are replaced, such as `$.user.email`. */
  json?: readonly string[]
  /** Texts to replace wherever they occur. */
  patterns?: readonly RegExp[]
  /** Changes an interaction after all other replacements. */
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
  patterns: listOf(isRegExp, 'a list of regular expressions'),
  transform: aFunction,
})
