import { openCassette } from 'msw-cassette/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { connectRaw, parseAnswer } from '../../test/connect-raw.ts'
import { startServer } from '../../test/start-server.ts'

const MODELS = 'https://api.openai.com/v1/models'

test.each([
  '/openai/v1/models',
  '/openai/v1/models?',
  '/openai/v1/./x/../models',
  '/openai/v1/%2e/models',
  'http://127.0.0.1/openai/v1/models',
])('the request line with %s reaches its recording', async (target) => {
  const session = openCassette(buildCassette({ url: MODELS, response: 'hi' }), { mode: 'replay' })
  const server = await session.listen()
  onTestFinished(() => server.close())
  const client = connectRaw(Number(new URL(server.url).port))
  client.socket.write(`GET ${target} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`)
  expect(parseAnswer(await client.end()).body).toBe('hi')
})

test('the header that names a cassette is not sent to the provider, and all others are', async () => {
  const received: unknown[] = []
  const upstream = await startServer(({ rawHeaders }, response) => {
    received.push(rawHeaders.filter((_, index) => /^x-/i.test(rawHeaders[index - (index % 2)] ?? '')))
    response.end('hi')
  })
  onTestFinished(() => upstream.close())
  const session = openCassette(buildCassette(), { mode: 'passthrough', hosts: ['*'] })
  const server = await session.listen({ routes: { mine: upstream.origin } })
  onTestFinished(() => server.close())
  const headers = { 'x-cassette': 'any', 'x-other': '1' }
  expect(await (await fetch(`${server.urlFor('mine')}/a`, { headers })).text()).toBe('hi')
  expect(received).toEqual([['x-other', '1']])
})
