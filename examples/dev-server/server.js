import { createServer } from 'node:http'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

createServer(async (request, response) => {
  const city =
    new URL(request.url, 'http://localhost').searchParams.get('city') ??
    'Lisbon'
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${city}?` }],
    stream: true,
  })
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  for await (const { choices } of stream)
    response.write(choices[0]?.delta.content ?? '')
  response.end('\n')
}).listen(Number(process.env.PORT ?? 3000), () => console.log('ready'))
