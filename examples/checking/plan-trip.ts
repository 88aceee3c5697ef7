import { randomUUID } from 'node:crypto'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

export async function planTrip(
  city: string,
): Promise<string | null | undefined> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'system', content: `You plan trips. Session ${randomUUID()}` },
      { role: 'user', content: `How warm is it in ${city}?` },
    ],
  })
  return choices[0]?.message.content
}
