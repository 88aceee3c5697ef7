import { randomUUID } from 'node:crypto'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

export async function getWeather(
  city: string,
): Promise<string | null | undefined> {
  const now = new Date().toISOString()
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'system', content: `It is ${now}. Request ${randomUUID()}.` },
      { role: 'user', content: `How warm is it in ${city}?` },
    ],
    user: 'ada@example.com',
  })
  return choices[0]?.message.content
}
