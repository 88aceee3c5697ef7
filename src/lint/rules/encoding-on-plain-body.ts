import { codingsOf, detectCoding } from '../../body/inflate.ts'
import { isCompressed } from '../../body/is-compressed.ts'
import { findHeader } from '../../cassette.ts'
import type { LintRule, Problem } from '../lint-rule.ts'

/** This library ignores such a header. Other players send it, and their clients fail. */
export const encodingOnPlainBody: LintRule = {
  name: 'encoding-on-plain-body',
  severity: 'warning',
  summary: 'a content-encoding on a body that is stored plain',
  check: ({ interactions, format }) =>
    interactions.flatMap(({ response }, index): Problem[] => {
      const pair = response.headers.find(([name]) => name.toLowerCase() === 'content-encoding')
      const encoding = findHeader(response.headers, 'content-encoding') ?? ''
      const isPlain = response.body.length > 0 && !isCompressed(response) && detectCoding(response.body) === undefined
      if (!pair || codingsOf(encoding).length === 0 || !isPlain) return []
      return [
        {
          message: `the header says ${encoding}, and the body is stored plain. Remove the header`,
          place: { kind: 'interaction', index, part: 'response.headers', text: pair[0] },
          ...(format === 'go-vcr-2' ? { fix: ['interactions', index, 'response', 'headers', pair[0]] } : {}),
        },
      ]
    }),
}
