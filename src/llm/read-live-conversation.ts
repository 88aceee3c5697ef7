import type { WebSocketConversation } from '../cassette.ts'
import { given } from '../json/members.ts'
import type { Conversation } from './conversation.ts'
import type { LiveProtocol } from './live-protocol.ts'
import { readLiveEvent } from './live-protocol.ts'
import { nameToolResults } from './name-tool-results.ts'
import { geminiLive } from './protocol/gemini-live.ts'
import { openaiRealtime } from './protocol/openai-realtime.ts'
import { openaiResponsesSocket } from './protocol/openai-responses-socket.ts'

/** The first protocol to which an event belongs reads the conversation. */
const liveProtocols: readonly LiveProtocol[] = [openaiResponsesSocket, openaiRealtime, geminiLive]

/**
 * Reads the frames of a WebSocket as a conversation with a model.
 *
 * @param provider who answered, if it is known
 * @returns undefined if the protocol is unknown, or if the frames contain nothing that was said: only they are then shown
 */
export function readLiveConversation(
  { frames }: WebSocketConversation,
  provider: string | undefined,
): Conversation | undefined {
  const events = frames.flatMap((frame) => readLiveEvent(frame) ?? [])
  for (const event of events) {
    const protocol = liveProtocols.find(({ isEvent }) => isEvent(event))
    if (!protocol) continue
    const reading = protocol.read(events)
    if (reading.messages.length === 0 && reading.answers.length === 0 && !reading.error) return undefined
    return {
      protocol: protocol.name,
      operation: 'chat',
      ...given({ provider }),
      ...reading,
      ...nameToolResults(reading),
    }
  }
  return undefined
}
