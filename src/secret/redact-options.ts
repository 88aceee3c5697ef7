import type { Interaction } from '../cassette.ts'
import { parseJsonPath } from '../json/json-path.ts'
import { checkKeys, checkOption } from '../options/check-options.ts'
import { isRegExp } from '../platform/cross-realm.ts'

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
  /** Headers to record in addition to the few that are recorded by default; see the documentation. Default: none. */
  keepHeaders?: readonly string[]
}

/**
 * Refuses redaction options that are unknown or have impossible values.
 *
 * @throws CassetteOptionError
 */
export function checkRedactOptions(options: RedactOptions): void {
  checkOption(
    'redact',
    typeof options === 'object' && options !== null && !Array.isArray(options),
    options,
    'an object',
  )
  checkKeys(options, ['headers', 'query', 'json', 'patterns', 'transform', 'keepHeaders'], 'redact')
  for (const name of ['headers', 'query', 'keepHeaders'] as const) {
    const list = options[name] ?? []
    checkOption(
      `redact.${name}`,
      isList(list, (item) => typeof item === 'string'),
      list,
      'a list of names',
    )
  }
  const paths = options.json ?? []
  checkOption(
    'redact.json',
    isList(paths, (path) => typeof path === 'string' && parseJsonPath(path) !== undefined),
    paths,
    "a list of JSON paths such as '$.user.email'",
  )
  const patterns = options.patterns ?? []
  checkOption('redact.patterns', isList(patterns, isRegExp), patterns, 'a list of regular expressions')
  checkOption(
    'redact.transform',
    options.transform === undefined || typeof options.transform === 'function',
    options.transform,
    'a function',
  )
}

function isList(value: unknown, holds: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds)
}
