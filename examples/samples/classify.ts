import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

export async function classify(review: string): Promise<string> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'system', content: 'Answer with one word: good or bad.' },
      { role: 'user', content: review },
    ],
  })
  return choices[0]?.message.content ?? ''
}
