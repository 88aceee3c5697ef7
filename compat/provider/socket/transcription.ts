import { readAsk } from '../ask.ts'
import type { SocketProtocol } from './conversation.ts'

/** Mistral's transcription. */
export const talkMistral: SocketProtocol = ({ path, query, id }) => {
  if (!path.endsWith('/audio/transcriptions/realtime')) return undefined
  const audio_format = { encoding: 'pcm_s16le', sample_rate: 16000 }
  const session = { request_id: id, model: query.get('model'), audio_format }
  return {
    greeting: [{ type: 'session.created', session }],
    answer(frame) {
      const { type } = frame as { type?: unknown }
      if (type === 'session.update') return [{ type: 'session.updated', session }]
      if (type !== 'input_audio.end') return []
      const words = wordsOf(query)
      const usage = { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 }
      return [
        ...words.map((text) => ({ type: 'transcription.text.delta', text })),
        { type: 'transcription.done', text: words.join(''), model: session.model, language: 'en', segments: [], usage },
      ]
    },
  }
}

/** ElevenLabs' transcription. */
export const talkElevenLabs: SocketProtocol = ({ path, query, id }) => {
  if (!path.endsWith('/speech-to-text/realtime')) return undefined
  return {
    greeting: [{ message_type: 'session_started', session_id: id, config: { model_id: query.get('model_id') } }],
    answer(frame) {
      if (!('commit' in frame) || frame.commit !== true) return []
      const words = wordsOf(query)
      return [
        ...words.map((_, index) => ({
          message_type: 'partial_transcript',
          text: words.slice(0, index + 1).join(''),
        })),
        { message_type: 'committed_transcript', text: words.join('') },
      ]
    },
  }
}

/** Deepgram's transcription: the client sends the sound as binary frames. */
export const talkDeepgram: SocketProtocol = ({ path, query, id }) => {
  if (!path.endsWith('/v1/listen')) return undefined
  let bytes = 0
  return {
    answer(frame) {
      if (frame instanceof Uint8Array) {
        bytes += frame.length
        return []
      }
      if (frame.type !== 'CloseStream') return []
      const metadata = { request_id: id, model_info: {}, model_uuid: id }
      return [
        ...wordsOf(query).map((transcript, start) => ({
          type: 'Results',
          channel_index: [0, 1],
          start,
          duration: 1,
          is_final: true,
          channel: { alternatives: [{ transcript, confidence: 1, words: [] }] },
          metadata,
        })),
        {
          type: 'Metadata',
          transaction_key: id,
          request_id: id,
          sha256: '',
          created: '',
          duration: bytes,
          channels: 1,
        },
        { close: 1000, reason: '' },
      ]
    },
  }
}

/** These protocols have no prompt: the words depend on the name of the model. */
function wordsOf(query: URLSearchParams): readonly string[] {
  return readAsk({ method: 'GET', path: '', headers: {}, origin: '' }, query.toString(), '').words
}
