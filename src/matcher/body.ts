import { kindOfValue } from '../body/comparable-body.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { jsonDifferences } from '../json/json-differences.ts'
import type { Difference, Matcher } from './matcher.ts'
import type { NormalizedRequest } from './normalized-request.ts'

/**
 * Compares the body as a value: the order of keys, white space and the spelling of numbers are irrelevant. Bodies of different kinds are
 * different: no body is not the JSON `null`.
 *
 * @param project returns the value to compare; default: the whole body
 */
export function matchBody(project?: (input: { request: NormalizedRequest }) => unknown): Matcher {
  return project ? matchProjection(project) : matchWholeBody
}

const matchWholeBody: Matcher = {
  name: 'body',
  key: ({ request }) => `${kindOf(request)} ${canonicalJson(request.body)}`,
  differences({ recorded, received }) {
    if (kindOf(recorded) === kindOf(received)) return jsonDifferences(recorded.body, received.body)
    return [differenceOfKind(recorded, received)]
  },
}

function matchProjection(project: (input: { request: NormalizedRequest }) => unknown): Matcher {
  return {
    name: 'body',
    key: ({ request }) => canonicalJson(project({ request })),
    differences: ({ recorded, received }) =>
      jsonDifferences(project({ request: recorded }), project({ request: received })),
  }
}

function kindOf({ body, bodyKind }: NormalizedRequest): string {
  return bodyKind ?? kindOfValue(body)
}

/** Shows the kinds, because the values can be equal. */
function differenceOfKind(recorded: NormalizedRequest, received: NormalizedRequest): Difference {
  const show = (request: NormalizedRequest): unknown =>
    kindOf(request) === 'empty' ? undefined : { [kindOf(request)]: request.body }
  return { path: '$', recorded: show(recorded), received: show(received) }
}
