import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { streamText } from 'hono/streaming'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })
const app = new Hono()

app.get('/weather/:city', async (context) => {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      {
        role: 'user',
        content: `How warm is it in ${context.req.param('city')}?`,
      },
    ],
    stream: true,
  })
  return streamText(context, async (response) => {
    for await (const { choices } of stream)
      await response.write(choices[0]?.delta.content ?? '')
    await response.write('\n')
  })
})

const port = Number(process.env.PORT ?? 3000)
serve({ fetch: app.fetch, port }, (address) => {
  console.log(`http://localhost:${address.port}`)
})
