import OpenAI from 'openai'

const client = new OpenAI({ apiKey: 'not-needed' })

/** The code under test. Like in many applications, the client is created while the module loads. */
export async function getWeather(
  city: string,
): Promise<string | null | undefined> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${city}?` }],
  })
  return choices[0]?.message.content
}
