import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

/** The deadline depends on the answer and on the date of today. */
export async function planDay(): Promise<{ plan: string; deadline: Date }> {
  const today = new Date()
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'user', content: `Plan my day, ${today.toDateString()}.` },
    ],
  })
  const deadline = new Date(today.getFullYear(), today.getMonth() + 1, 1)
  return { plan: choices[0]?.message.content ?? '', deadline }
}
