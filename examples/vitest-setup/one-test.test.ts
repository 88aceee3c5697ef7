import { setupServer } from 'msw/node'
import {
  listenOptions,
  openCassette,
  scopedCassettes,
  withCassette,
} from 'msw-cassette'
import OpenAI from 'openai'
import { afterAll, beforeAll, expect, test } from 'vitest'

const server = setupServer(...scopedCassettes())
beforeAll(() => server.listen(listenOptions))
afterAll(() => server.close())

async function getWeather(
  fetch?: typeof globalThis.fetch,
): Promise<string | null | undefined> {
  const client = new OpenAI({
    apiKey: 'not-needed',
    ...(fetch ? { fetch } : {}),
  })
  const { choices } = await client.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [{ role: 'user', content: 'How warm is it in Lisbon?' }],
  })
  return choices[0]?.message.content
}

test(
  'a wrapped test has its own cassette',
  withCassette('fixtures/go-vcr-v2/openai-chat.yaml', async () => {
    expect(await getWeather()).toBe('It is 21 °C.')
  }),
)

test('a client can use the fetch of the session', async () => {
  await using session = openCassette('fixtures/go-vcr-v2/openai-chat.yaml')
  expect(await getWeather(session.fetch)).toBe('It is 21 °C.')
  session.verify()
})

test('the SDK sees the recorded 429, retries, and gets the answer', async () => {
  await using session = openCassette(
    'fixtures/go-vcr-v2/openai-rate-limit-then-chat.yaml',
  )
  server.use(...session.handlers)
  expect(await getWeather()).toBe('It is 21 °C.')
  expect(session.played.map(({ response }) => response.status)).toEqual([
    429, 200,
  ])
  session.verify()
})
