import { canonicalJson } from '../json/canonical-json.ts'
import { jsonDifferences } from '../json/json-differences.ts'
import type { Matcher } from './matcher.ts'
import type { NormalizedRequest } from './normalized-request.ts'

/**
 * Compares the body as a value: the order of keys, white space and the spelling of numbers are irrelevant.
 *
 * @param project returns the value to compare; default: the whole body
 */
export function matchBody(
  project: (input: { request: NormalizedRequest }) => unknown = ({ request }) => request.body,
): Matcher {
  return {
    name: 'body',
    key: ({ request }) => canonicalJson(project({ request })),
    differences: ({ recorded, received }) =>
      jsonDifferences(project({ request: recorded }), project({ request: received })),
  }
}
