import OpenAI from 'openai'

const client = new OpenAI({
  baseURL: 'http://localhost:11434/v1',
  apiKey: 'not-needed',
})

export async function getWeather(
  city: string,
): Promise<string | null | undefined> {
  const { choices } = await client.chat.completions.create({
    model: 'llama3.2',
    messages: [{ role: 'user', content: `How warm is it in ${city}?` }],
  })
  return choices[0]?.message.content
}
