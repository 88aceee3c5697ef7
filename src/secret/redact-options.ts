import type { Interaction } from '../cassette.ts'
import { parseJsonPath } from '../json/json-path.ts'
import { checkKeys, checkOption } from '../options/check-options.ts'
import { isRegExp } from '../platform/cross-realm.ts'

/** What is kept from the disk besides what is always kept from it. */
export interface RedactOptions {
  /** More headers that carry credentials. Their values are replaced wherever else they occur. */
  headers?: readonly string[]
  /** More query parameters and form fields that carry credentials. */
  query?: readonly string[]
  /** JSON paths of requests and responses whose texts are replaced, such as `$.user.email`. */
  json?: readonly string[]
  /** Texts to replace wherever they occur. */
  patterns?: readonly RegExp[]
  /** Changes an interaction after all else. */
  transform?: (input: { interaction: Interaction }) => Interaction
  /** Headers to keep besides the few that are kept: see the documentation. Default: none. */
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
