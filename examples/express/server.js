import express from 'express'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })
const app = express()

app.get('/weather/:city', async ({ params }, response) => {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: `How warm is it in ${params.city}?` }],
    stream: true,
  })
  response.type('text/plain')
  for await (const { choices } of stream)
    response.write(choices[0]?.delta.content ?? '')
  response.end('\n')
})

const server = app.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`http://localhost:${server.address().port}`)
})
