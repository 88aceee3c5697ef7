import { setupServer } from 'msw/node'
import { type CassetteOptions, listenOptions, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { startProvider } from './start-provider.ts'

const CASSETTE = 'examples/demo/cassettes/fox.yaml'
const OWN = 'fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml'

const server = setupServer()
server.listen(listenOptions)
const provider = await startProvider()
const { host } = provider
const client = new OpenAI({
  apiKey: 'not-needed',
  baseURL: `http://${host}/v1`,
})

/** The code under test: it knows nothing about cassettes. */
async function tellStory(animal: string): Promise<void> {
  await print(client, {
    model: 'local-model',
    messages: [{ role: 'user', content: `Tell me about a ${animal}` }],
    stream: true,
  })
}

say(1, `A model runs at ${host}. The OpenAI SDK streams from it.`)
await withSession(CASSETTE, { mode: 'record', hosts: [host] }, () =>
  tellStory('fox'),
)
next(`The exchange is recorded, with the time of each chunk: ${CASSETTE}`)

await provider.stop()
say(2, 'The model has stopped. The same code gets the same stream.')
await withSession(CASSETTE, {}, () => tellStory('fox'))
next('A test without the recorded delays: docs/guide/first-test.md')

say(3, 'The prompt has changed: "fox" is now "dog". The SDK throws this error.')
await withSession(CASSETTE, { onUnplayed: 'ignore' }, async () => {
  await tellStory('dog').catch((error: Error) => console.log(indent(error)))
})
next('How to record again: docs/guide/re-recording.md')

say(4, 'A cassette of go-vcr, a library for Go, streams from OpenRouter.')
await withSession(OWN, {}, () =>
  print(
    new OpenAI({
      apiKey: 'not-needed',
      baseURL: 'https://openrouter.ai/api/v1',
    }),
    {
      model: 'google/gemini-2.0-flash-001',
      max_tokens: 4000,
      messages: [
        { role: 'system', content: 'You are a helpful assistant' },
        { role: 'user', content: 'Say hi in Portuguese' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      ...{ usage: { include: true } },
    },
  ),
)
next(`The file: ${OWN}. Start with your own test: README.md`)
server.close()

/** Opens a cassette for some code. By default there is no delay; the demo shows the recorded times. */
async function withSession(
  path: string,
  options: CassetteOptions,
  run: () => Promise<void>,
): Promise<void> {
  const session = openCassette(path, { timing: 'recorded', ...options })
  server.use(...session.handlers)
  await run()
  await session.close()
  if (session.mismatches.length === 0) session.verify()
  server.resetHandlers()
}

/** Prints each chunk of a stream with its time. */
async function print(
  sdk: OpenAI,
  request: OpenAI.ChatCompletionCreateParamsStreaming,
): Promise<void> {
  const start = performance.now()
  for await (const { choices } of await sdk.chat.completions.create(request)) {
    const text = choices[0]?.delta.content
    const time = `${Math.round(performance.now() - start)} ms`
    if (text) console.log(`${time.padStart(10)}  ${JSON.stringify(text)}`)
  }
}

function say(step: number, text: string): void {
  console.log(`\n${step}. ${text}\n`)
}

function next(text: string): void {
  console.log(`\n   ${text}`)
}

function indent({ message }: Error): string {
  return message.replace(/^(?=.)/gm, '   ')
}
