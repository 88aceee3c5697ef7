import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey, maxRetries: 2 })

export async function ask(
  question: string,
): Promise<string | null | undefined> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: question }],
  })
  return choices[0]?.message.content
}
