import OpenAI from 'openai'

const client = new OpenAI({ apiKey: 'not-needed' })

/** What is under test: it makes its client as the module is loaded, as applications do. */
export async function askForTheWeather(city) {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${city}?` }],
  })
  return choices[0].message.content
}
