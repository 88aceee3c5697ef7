import { readAsk } from '../ask.ts'
import { listResponseEvents } from '../openai-responses.ts'
import type { SocketProtocol } from './conversation.ts'

/** OpenAI's responses: each frame of the client is a request, and the events are those of a stream. */
export const talkResponses: SocketProtocol = ({ path, id }) => {
  if (!path.endsWith('/responses')) return undefined
  let count = 0
  return {
    answer(frame) {
      const text = JSON.stringify(frame)
      if (text.includes('GOODBYE')) return [{ close: 1008, reason: 'The session has expired.' }]
      return listResponseEvents(readAsk({ method: 'GET', path, headers: {}, origin: '' }, text, `${id}_${count++}`))
    },
  }
}
