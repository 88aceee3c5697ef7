import OpenAI from 'openai'
import { OpenAIRealtimeWS } from 'openai/realtime/ws'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

/** Asks a realtime model, and returns its answer as text. */
export function ask(question: string): Promise<string> {
  const realtime = new OpenAIRealtimeWS({ model: 'gpt-realtime' }, client)
  return new Promise((resolve, reject) => {
    realtime.on('error', reject)
    realtime.socket.on('close', (code, reason) => {
      reject(new Error(`closed with ${code}: ${reason}`))
    })
    realtime.on('session.created', () => {
      realtime.send({
        type: 'response.create',
        response: { instructions: question, output_modalities: ['text'] },
      })
    })
    realtime.on('response.output_text.done', ({ text }) => {
      realtime.close()
      resolve(text)
    })
  })
}
