import OpenAI from 'openai'

const client = new OpenAI({
  apiKey: process.env.OPENAI_API_KEY ?? 'not-needed',
})

export async function GET({ url }) {
  const city = url.searchParams.get('city') ?? 'Lisbon'
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${city}?` }],
    stream: true,
  })
  return new Response(stream.toReadableStream(), {
    headers: { 'content-type': 'application/x-ndjson' },
  })
}
