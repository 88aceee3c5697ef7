import OpenAI from 'openai'

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY ?? 'not-needed', maxRetries: 2 })

export async function ask(question: string): Promise<string | null | undefined> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: question }],
  })
  return choices[0]?.message.content
}
