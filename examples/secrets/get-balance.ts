import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

export async function getBalance(
  account: string,
): Promise<string | null | undefined> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `Show the balance of ${account}` }],
    user: 'ada@example.com',
  })
  return choices[0]?.message.content
}
