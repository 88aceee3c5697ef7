import { setupServer } from 'msw/node'
import { type CassetteOptions, listenOptions, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette } from '../build-cassette.ts'

const server = setupServer()
let requests = 0
beforeAll(() => {
  server.listen(listenOptions)
  server.events.on('request:start', () => void requests++)
})
afterEach(() => {
  requests = 0
  server.resetHandlers()
})
afterAll(() => server.close())

const wrong = new Error('wrong')
const fail = (): never => {
  throw wrong
}

const options: Record<string, CassetteOptions> = {
  'match.normalize': { match: { normalize: fail } },
  'match.url': { match: { url: fail } },
  'match.body': { match: { body: fail } },
  'match.matchers': { match: { matchers: [{ name: 'x', key: fail }] } },
  passthrough: { passthrough: fail },
  'hooks.beforeReplay': { hooks: { beforeReplay: fail } },
}

test.each(Object.entries(options))(
  'what %s throws fails the request once, in so many words, and is what verify throws',
  async (_name, given) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    const cassette = buildCassette({ method: 'POST', request: '{"model":"m","messages":[]}', response: '{}' })
    for (const via of ['fetch', 'session.fetch']) {
      await using session = openCassette(cassette, { mode: 'replay', ...given })
      server.use(...session.handlers)
      const client = new OpenAI({
        apiKey: 'x',
        baseURL: 'https://api.test/v1',
        ...(via === 'fetch' ? {} : { fetch: session.fetch }),
      })
      const error = await client.chat.completions
        .create({ model: 'm', messages: [] }, { path: '/chat' })
        .catch((reason: unknown) => reason)
      expect(String(error)).toBe('Error: 400 Failed to answer https://api.test/v1/chat from test.yaml: Error: wrong')
      expect(() => session.verify()).toThrow(wrong)
      expect(session.played).toEqual([])
      session.rewind()
      expect(() => session.verify()).toThrow(expect.objectContaining({ code: 'cassette_unplayed' }))
      server.resetHandlers()
    }
    expect({ requests, logged: log.mock.calls.length }).toEqual({ requests: 1, logged: 2 })
  },
)

test('match.url may change its argument and return nothing; what is no URL is refused by name', async () => {
  const cassette = buildCassette({ url: 'https://api.test/v1beta/chat', response: 'found' })
  const session = openCassette(cassette, {
    mode: 'replay',
    match: {
      url: (url) => {
        url.pathname = url.pathname.replace('v1beta', 'v1')
      },
    },
  })
  expect(await (await session.fetch('https://api.test/v1/chat')).text()).toBe('found')
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => log.mockRestore())
  const junk = openCassette(cassette, { mode: 'replay', match: { url: () => 'junk' } })
  await junk.fetch('https://api.test/v1/chat')
  expect(() => junk.verify()).toThrow(expect.objectContaining({ code: 'cassette_option', option: 'match.url' }))
})
