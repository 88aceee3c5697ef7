import { readAsk } from '../ask.ts'
import type { SocketProtocol } from './conversation.ts'
import { SOUND } from './openai-realtime.ts'

/** OpenAI's translation of speech, which the AI SDK uses. */
export const talkTranslation: SocketProtocol = ({ path, id }) => {
  if (!path.endsWith('/realtime/translations')) return undefined
  const said: string[] = []
  return {
    greeting: [{ type: 'session.created', event_id: `event_${id}` }],
    answer(frame) {
      said.push(JSON.stringify(frame))
      if (!('type' in frame) || frame.type !== 'session.close') return []
      const { words } = readAsk({ method: 'GET', path, headers: {}, origin: '' }, said.join('\n'), id)
      return [
        { type: 'session.input_transcript.delta', delta: 'Olá' },
        ...words.flatMap((delta) => [
          { type: 'session.output_transcript.delta', delta },
          { type: 'session.output_audio.delta', delta: SOUND },
        ]),
        { type: 'session.closed', event_id: `event_${id}_closed` },
      ]
    },
  }
}
