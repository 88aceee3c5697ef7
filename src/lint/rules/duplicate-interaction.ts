import { hasEqualBytes } from '../../bytes/byte-view.ts'
import {
  findHeader,
  type Interaction,
  sampleOf,
  type WebSocketConversation,
  type WebSocketFrame,
} from '../../cassette.ts'
import { createRequestMatcher } from '../../matcher/request-matcher.ts'
import type { LintRule, Problem } from '../lint-rule.ts'

/** Two equal answers to one request. Answers that differ, such as those of polling, are a sequence. */
export const duplicateInteraction: LintRule = {
  name: 'duplicate-interaction',
  severity: 'info',
  summary: 'interactions with the same request and the same response',
  check({ interactions }) {
    const matcher = createRequestMatcher()
    const seen = new Map<string, number>()
    return interactions.flatMap((interaction, index): Problem[] => {
      const request = matcher.key(interaction.request)
      if (request === undefined) return []
      // Samples of one request can be equal by chance.
      const key = `${sampleOf(interaction)} ${request}`
      const first = seen.get(key)
      const original = first === undefined ? undefined : interactions[first]
      seen.set(key, index)
      if (!original || !hasEqualResponse(original, interaction)) return []
      return [
        {
          message:
            `this interaction repeats #${first}: the same request and the same response. If the code sends the request once, ` +
            "remove it. If it sends it often, one interaction is enough with { repeat: 'last' }",
          place: { kind: 'interaction', index },
        },
      ]
    })
  },
}

function hasEqualResponse({ response: a }: Interaction, { response: b }: Interaction): boolean {
  return (
    a.status === b.status &&
    findHeader(a.headers, 'location') === findHeader(b.headers, 'location') &&
    hasEqualBytes(a.body, b.body) &&
    hasEqualFrames(a.websocket, b.websocket)
  )
}

function hasEqualFrames(a: WebSocketConversation | undefined, b: WebSocketConversation | undefined): boolean {
  const others = b?.frames ?? []
  return (
    a?.frames.length === b?.frames.length &&
    (a?.frames ?? []).every(
      ({ from, data }, index) => from === others[index]?.from && isEqualData(data, others[index].data),
    )
  )
}

function isEqualData(a: WebSocketFrame['data'], b: WebSocketFrame['data']): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : hasEqualBytes(a, b)
}
