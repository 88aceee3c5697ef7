import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

export async function greet(language: string): Promise<string> {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `Say hi in ${language}` }],
    stream: true,
    stream_options: { include_usage: true },
  })
  let text = ''
  for await (const { choices } of stream)
    text += choices[0]?.delta.content ?? ''
  return text
}
