import express from 'express'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })
const app = express()

app.get('/weather/:city', async (request, response) => {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'user', content: `How warm is it in ${request.params.city}?` },
    ],
    stream: true,
  })
  response.type('text/plain; charset=utf-8')
  for await (const { choices } of stream)
    response.write(choices[0]?.delta.content ?? '')
  response.end('\n')
})

const server = app.listen(Number(process.env.PORT ?? 0), () => {
  console.log(`http://localhost:${server.address().port}`)
})
