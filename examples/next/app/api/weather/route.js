import OpenAI from 'openai'

export async function GET(request) {
  const city = new URL(request.url).searchParams.get('city') ?? 'Lisbon'
  const client = new OpenAI({
    apiKey: process.env.OPENAI_API_KEY ?? 'not-needed',
  })
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${city}?` }],
    stream: true,
  })
  return new Response(stream.toReadableStream(), {
    headers: { 'content-type': 'application/x-ndjson' },
  })
}
