import { mediaType } from '../../body/content-type.ts'
import { findHeader } from '../../cassette.ts'
import { framingOf } from '../../stream/frames.ts'
import type { LintRule } from '../lint-rule.ts'

/** Some providers send this. It is replayed as one piece, but other players split it, and a reader of events finds none. */
export const streamTypeOnError: LintRule = {
  name: 'stream-type-on-error',
  severity: 'info',
  summary: 'errors with the content type of an event stream',
  check: ({ interactions }) =>
    interactions.flatMap(({ response: { status, headers, body } }, index) => {
      const type = findHeader(headers, 'content-type') ?? ''
      const isError = mediaType(type) === 'text/event-stream' && body.length > 0 && framingOf(type, body) === 'whole'
      if (!isError) return []
      return [
        {
          message:
            `this ${status} response is JSON, and its content type is text/event-stream. If the provider sends it so, ` +
            'a client that expects events must handle it',
          place: { kind: 'interaction', index, part: 'response.headers', text: 'event-stream' } as const,
        },
      ]
    }),
}
