import { type CassetteOptions, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { countRequests } from './count-requests.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
const requests = countRequests(server)

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
  'an error that `%s` throws fails the request once with its message, and verify throws it too',
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
    expect({ requests: requests(), logged: log.mock.calls.length }).toEqual({ requests: 1, logged: 2 })
  },
)

test('match.url can change its argument and return nothing, and a result that is not a URL is refused', async () => {
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
