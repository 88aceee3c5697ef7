import { findHeader, type Interaction, type WebSocketConversation } from '../cassette.ts'
import type { FaultyConversation } from '../faults/play-fault.ts'
import type { WebSocketAnswer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { offeredProtocols } from '../http/offered-protocols.ts'
import type { Claim } from '../replay/player.ts'
import { type ConversationPlay, ConversationPlayer } from './conversation-player.ts'
import { createFrameRules } from './create-frame-rules.ts'
import type { FrameJudge } from './frame-judge.ts'

/** A conversation to play to the client of a handshake. */
interface PlayInit extends Omit<ConversationPlay, 'interaction' | 'rules' | keyof FaultyConversation> {
  readonly conversation: WebSocketConversation
  /** Present if the conversation gets a fault. */
  readonly faulty?: FaultyConversation
  readonly claim: Claim
  readonly request: IncomingRequest
  readonly judge: FrameJudge
}

/** Answers a handshake with a recorded conversation. */
export function playConversation({ claim, request, judge, faulty, ...recorded }: PlayInit): WebSocketAnswer {
  const { interaction, index } = claim
  return {
    kind: 'websocket',
    protocol: chooseProtocol(interaction, request.headers),
    connect(end) {
      const play = { ...recorded, ...faulty }
      const rules = createFrameRules(judge, play.conversation, index, faulty ? 'free to leave' : 'bound to send')
      void new ConversationPlayer({ ...play, interaction, rules }, end).run()
    },
  }
}

/**
 * A client refuses a subprotocol that it does not offer, and one that offers some refuses none. The recorded one can be unknown, or
 * contain a credential that was replaced.
 */
function chooseProtocol({ response }: Interaction, headers: Headers): string | undefined {
  const offered = offeredProtocols(headers.get('sec-websocket-protocol'))
  const recorded = findHeader(response.headers, 'sec-websocket-protocol')
  return offered.find((name) => name === recorded) ?? offered[0]
}
