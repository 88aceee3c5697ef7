import { writeFileSync } from 'node:fs'
import { type Interaction, stringifyCassette } from 'msw-cassette'
import { requestBody, url } from './exchange.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** The events of a voice: most of them are pieces of a sound of 50 ms, and some are text. */
function listEvents(count: number): string[] {
  const sound = btoa('\0\u0001\u0002'.repeat(800))
  return Array.from({ length: count }, (_, index) => {
    const [type, delta] =
      index % 5 === 0 ? ['response.output_text.delta', `It's ${index}`] : ['response.output_audio.delta', sound]
    return JSON.stringify({ type, event_id: `event_${index}`, response_id: 'resp_1', delta })
  })
}

/** Writes a recorded session of a WebSocket with this many frames. */
export function writeLongSession(file: string, frames: number): void {
  const request = { method: 'GET', url: 'wss://api.test/v1/realtime', headers: [], body: encode('') }
  const websocket = {
    frames: listEvents(frames).map((data, at) => ({
      from: at % 4 === 0 ? ('client' as const) : ('server' as const),
      at,
      data,
    })),
    close: { from: 'client', code: 1000, reason: '' } as const,
  }
  const status = { status: 101, statusText: 'Switching Protocols' }
  write(file, { request, response: { ...status, headers: [], body: encode(''), websocket } })
}

/** Writes a stream with the same data, one event for each frame. */
export function writeLongStream(file: string, events: number): void {
  const body = listEvents(events).map((data) => `data: ${data}\n\n`)
  const headers = [['Content-Type', 'text/event-stream']] as const
  const request = { method: 'POST', url, headers: [], body: encode(requestBody(0)) }
  const chunks = body.map((event, time) => ({ size: encode(event).length, time }))
  const response = { status: 200, statusText: 'OK', headers, body: encode(body.join('')), chunks }
  write(file, { request, response })
}

function write(file: string, interaction: Interaction): void {
  writeFileSync(file, stringifyCassette({ interactions: [interaction] }))
}
