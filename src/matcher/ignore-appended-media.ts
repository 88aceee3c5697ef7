import { isJsonObject } from '../json/json-value.ts'

/** The events of OpenAI's sockets that append audio, as `audio`. */
const APPEND = /(?:^|\.)input_audio(?:_buffer)?\.append$/

/** The members of Gemini's `realtimeInput` that contain media, as `data`. */
const REALTIME_INPUT = ['realtimeInput', 'realtime_input'] as const

/**
 * Replaces the audio and video that a frame appends: a microphone never records the same bytes twice. The kind of the frame and the
 * type of its media stay.
 *
 * @param frame the data of a frame of a client: a JSON value, text or bytes; it is not changed
 */
export function ignoreAppendedMedia(frame: unknown): unknown {
  // The clients of Deepgram and of others send audio as binary frames, and everything else as text.
  if (frame instanceof Uint8Array) return MEDIA
  if (!isJsonObject(frame)) return frame
  if (typeof frame.type === 'string' && APPEND.test(frame.type)) return { ...frame, audio: MEDIA }
  // ElevenLabs
  if (typeof frame.user_audio_chunk === 'string') return { ...frame, user_audio_chunk: MEDIA }
  const input = REALTIME_INPUT.find((name) => name in frame)
  return input ? { ...frame, [input]: ignoreData(frame[input]) } : frame
}

const MEDIA = '(media)'

function ignoreData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ignoreData)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(([name, member]) => [name, name === 'data' ? MEDIA : ignoreData(member)])
  return Object.fromEntries(members)
}
