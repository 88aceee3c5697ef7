import { Readable } from 'node:stream'
import Fastify from 'fastify'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })
const app = Fastify()

app.get('/weather/:city', async ({ params }, reply) => {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${params.city}?` }],
    stream: true,
  })
  reply.type('text/plain')
  return Readable.from(words(stream))
})

async function* words(stream) {
  for await (const { choices } of stream) yield choices[0]?.delta.content ?? ''
  yield '\n'
}

await app.listen({ port: Number(process.env.PORT ?? 3000) })
console.log(`http://localhost:${app.server.address().port}`)
