import { DeepgramClient } from '@deepgram/sdk'
import { ElevenLabsClient, RealtimeEvents } from '@elevenlabs/elevenlabs-js'
import { AudioFormat } from '@elevenlabs/elevenlabs-js/wrapper/realtime/index.js'
import { AudioEncoding, RealtimeTranscription } from '@mistralai/mistralai/extra/realtime'
import type { Client, Route, Target } from '../client.ts'
import { closedError, onLeave, socketBase } from '../socket-target.ts'

const routes: readonly Route[] = ['MSW 3', 'MSW 2', 'server']

/** Clients that transcribe sound over a WebSocket of the package `ws`. */
export const clients: readonly Client[] = [
  {
    name: '@mistralai/mistralai (RealtimeTranscription)',
    package: '@mistralai/mistralai',
    routes,
    calls: { stream: transcribeWithMistral },
  },
  {
    name: '@elevenlabs/elevenlabs-js (realtime)',
    package: '@elevenlabs/elevenlabs-js',
    routes,
    calls: { stream: transcribeWithElevenLabs },
  },
  { name: '@deepgram/sdk (listen)', package: '@deepgram/sdk', routes, calls: { stream: transcribeWithDeepgram } },
]

/** The sound differs with the prompt, as the words do. */
function soundOf({ prompt }: Target): Buffer {
  return Buffer.from(prompt)
}

function modelOf({ prompt }: Target): string {
  return prompt.includes('SLOW') ? 'SLOW' : 'fast'
}

async function transcribeWithMistral(target: Target): Promise<unknown> {
  const client = new RealtimeTranscription({ apiKey: 'not-needed', serverURL: socketBase(target) })
  const audioFormat = { encoding: AudioEncoding.PcmS16le, sampleRate: 16_000 }
  const sound = new Blob([new Uint8Array(soundOf(target))]).stream()
  const events: unknown[] = []
  for await (const event of client.transcribeStream(sound, modelOf(target), { audioFormat })) {
    // The client can miss the others: it listens only while it iterates.
    if (event.type?.startsWith('transcription.')) events.push(event)
    if (event.type === 'transcription.text.delta') target.onPiece()
    if (event.type === 'transcription.done' || target.signal.aborted) return events
  }
  throw new Error('The connection has ended.')
}

async function transcribeWithElevenLabs(target: Target): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const client = new ElevenLabsClient({ apiKey: 'not-needed', baseUrl: socketBase(target) })
  const format = { audioFormat: AudioFormat.PCM_16000, sampleRate: 16_000 }
  const connection = await client.speechToText.realtime.connect({ modelId: modelOf(target), ...format })
  const transcripts: unknown[] = []
  const leave = (): void => {
    resolve(transcripts)
    connection.close()
  }
  connection.on(RealtimeEvents.ERROR, reject)
  connection.on(RealtimeEvents.CLOSE, () => reject(new Error('closed')))
  connection.on(RealtimeEvents.SESSION_STARTED, () => {
    connection.send({ audioBase64: soundOf(target).toString('base64') })
    connection.commit()
  })
  connection.on(RealtimeEvents.PARTIAL_TRANSCRIPT, (transcript) => {
    transcripts.push(transcript)
    target.onPiece()
  })
  connection.on(RealtimeEvents.COMMITTED_TRANSCRIPT, (transcript) => {
    transcripts.push(transcript)
    leave()
  })
  onLeave(target, leave)
  return promise
}

async function transcribeWithDeepgram(target: Target): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  // If the connection does not open, `waitForOpen` throws, too.
  promise.catch(() => {})
  const base = socketBase(target)
  const production = base.replace('http:', 'ws:')
  const environment = { base, production, agent: production, agentRest: base }
  const client = new DeepgramClient({ apiKey: 'not-needed', environment })
  const socket = await client.listen.v1.connect({ model: modelOf(target), Authorization: 'Token not-needed' })
  const results: unknown[] = []
  socket.on('message', (message) => {
    results.push(message)
    if (message.type === 'Results') target.onPiece()
    if (message.type === 'Metadata') resolve(results)
  })
  socket.on('error', reject)
  socket.on('close', (close) => reject(closedError(close)))
  onLeave(target, () => {
    resolve(results)
    socket.close()
  })
  socket.connect()
  await socket.waitForOpen()
  socket.sendMedia(soundOf(target))
  socket.sendCloseStream({ type: 'CloseStream' })
  return promise
}
