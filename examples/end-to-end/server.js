import { createServer } from 'node:http'
import OpenAI from 'openai'

const apiKey = process.env.OPENAI_API_KEY ?? 'not-needed'
const client = new OpenAI({ apiKey })

const PAGE = `<!doctype html>
<p id="answer"></p>
<script type="module">
  const { body } = await fetch('/weather')
  for await (const text of body.pipeThrough(new TextDecoderStream()))
    answer.textContent += text
</script>`

async function sendWeather(response) {
  const stream = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: 'How warm is it in Lisbon?' }],
    stream: true,
  })
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  for await (const { choices } of stream)
    response.write(choices[0]?.delta.content ?? '')
  response.end()
}

createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (request.url === '/weather')
    sendWeather(response).catch((error) => response.end(String(error)))
  else response.end(request.url === '/' ? PAGE : '')
}).listen(Number(process.env.PORT), () => console.log('ready'))
