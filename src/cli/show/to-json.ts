import { toBase64 } from '../../bytes/base64.ts'
import type { Interaction, WebSocketConversation } from '../../cassette.ts'
import type { Conversation } from '../../llm/conversation.ts'
import { readTimedEvents } from '../../stream/timed-events.ts'
import { type InteractionFacts, typeOf } from './facts.ts'

/** An interaction in the output of `show --json`. Its members are described in `docs/commands.md`. */
export function toJson(
  { line, recordedAt, request, response }: Interaction,
  facts: InteractionFacts,
  conversation: Conversation | undefined,
  events: 'with events' | 'without events',
): unknown {
  return {
    ...facts,
    line,
    recordedAt: recordedAt && !Number.isNaN(recordedAt.getTime()) ? recordedAt.toISOString() : undefined,
    request: { type: typeOf(request), bytes: request.body.length },
    response: { type: typeOf(response), bytes: response.body.length },
    conversation,
    events: events === 'with events' ? readTimedEvents(response) : undefined,
    websocket: events === 'with events' ? response.websocket && toFrames(response.websocket) : undefined,
  }
}

function toFrames({ frames, close }: WebSocketConversation): unknown {
  return {
    frames: frames.map(({ from, at, data }) => ({
      from,
      at,
      ...(typeof data === 'string' ? { text: data } : { base64: toBase64(data) }),
    })),
    close,
  }
}
