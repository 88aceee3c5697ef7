import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent, EnvHttpProxyAgent, getGlobalDispatcher, interceptors, MockAgent, setGlobalDispatcher } from 'undici'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { releasePooledSockets } from './release-pooled-sockets.ts'

const before = getGlobalDispatcher()
afterEach(() => {
  setGlobalDispatcher(before)
})

/** Counts the connections over which requests arrive. */
async function startCounter() {
  const connections = new Set<unknown>()
  let answer: (() => void) | undefined
  const server = http.createServer((request, response) => {
    connections.add(request.socket)
    if (request.url === '/slow') answer = () => void response.end('slow')
    else response.end('fast')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = async (path = '/'): Promise<string> => {
    const text = await (await fetch(origin + path)).text()
    // The connection is free one turn later.
    await new Promise((resolve) => setTimeout(resolve))
    return text
  }
  return { ask, count: () => connections.size, answer: () => answer?.() }
}

const dispatchers = {
  "Node's own": () => before,
  'an agent': () => new Agent(),
  'an agent with limits': () => new Agent({ connections: 1, pipelining: 1 }),
  'an agent that retries': () => new Agent().compose(interceptors.retry()),
  'an agent that reads the variables of a proxy': () => new EnvHttpProxyAgent(),
} as const

test.each(Object.entries(dispatchers))(
  'a kept-alive connection of %s is not used again after the release',
  async (_, create) => {
    setGlobalDispatcher(create())
    const { ask, count } = await startCounter()
    await ask()
    await ask()
    expect(count()).toBe(1)
    releasePooledSockets()
    expect(await ask()).toBe('fast')
    expect(count()).toBe(2)
  },
)

test('a request that is under way ends as if nothing had happened', async () => {
  setGlobalDispatcher(new Agent())
  const { ask, answer, count } = await startCounter()
  const slow = ask('/slow')
  while (count() === 0) await new Promise((resolve) => setImmediate(resolve))
  releasePooledSockets()
  answer()
  expect(await slow).toBe('slow')
})

test('the mocks of undici stay', async () => {
  const agent = new MockAgent()
  agent.disableNetConnect()
  agent.get('https://api.test').intercept({ path: '/' }).reply(200, 'mocked')
  setGlobalDispatcher(agent)
  releasePooledSockets()
  expect(await (await fetch('https://api.test/')).text()).toBe('mocked')
})

test.each([undefined, null, 'text', { dispatch() {} }])(
  'a dispatcher without connections is left alone: %j',
  (value) => {
    const slot = Symbol.for('undici.globalDispatcher.1')
    const current: unknown = Reflect.get(globalThis, slot)
    Reflect.set(globalThis, slot, value)
    expect(releasePooledSockets).not.toThrow()
    Reflect.set(globalThis, slot, current)
  },
)
