import { setupServer } from 'msw/node'
import { fromCassette, listenOptions } from 'msw-cassette'
import { afterEach, expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'

const cleanups: (() => unknown)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

const ask = async (url = CHAT): Promise<string | undefined> => {
  const response = await fetch(url).catch(() => undefined)
  return response?.ok ? response.text() : undefined
}
const handlersFor = (response: string, url = CHAT) => fromCassette(buildCassette({ url, response }), { mode: 'replay' })

test('a cassette does not answer once its handlers were reset', async () => {
  const server = setupServer(...handlersFor('initial', 'https://initial.test/'))
  server.listen(listenOptions)
  cleanups.push(() => server.close())
  server.use(...handlersFor('temporary'))
  expect(await ask()).toBe('temporary')
  server.resetHandlers()
  expect([await ask(), await ask('https://initial.test/')]).toEqual([undefined, 'initial'])
})

test.each(['requested', 'not requested'])(
  'a cassette that was %s does not answer in another server after its own was closed',
  async (use) => {
    const first = setupServer(...handlersFor('first'))
    first.listen(listenOptions)
    await Promise.resolve()
    if (use === 'requested') expect(await ask()).toBe('first')
    first.close()
    const second = setupServer(...handlersFor('second', 'https://second.test/'))
    second.listen(listenOptions)
    cleanups.push(() => second.close())
    expect([await ask(), await ask('https://second.test/')]).toEqual([undefined, 'second'])
  },
)
