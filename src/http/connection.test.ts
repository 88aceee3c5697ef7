import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import { Agent, getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from 'undici'
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { selfSigned } from '../../test/self-signed.ts'
import { createDefaultDispatcher, type Dispatcher, toDispatcher } from './connection.ts'

const CURRENT = Symbol.for('undici.globalDispatcher.1')
// Node creates its dispatcher with the first request.
beforeAll(() => fetch('data:,'))
const original: unknown = Reflect.get(globalThis, CURRENT)
afterEach(() => {
  Reflect.set(globalThis, CURRENT, original)
})

async function startTlsServer(): Promise<string> {
  const server = https.createServer(selfSigned, (_request, response) => void response.end('secure'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function ask(url: string, dispatcher: Dispatcher | undefined): Promise<string> {
  try {
    const response = await fetch(url, { dispatcher } as RequestInit)
    return await response.text()
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    return String(cause?.code)
  } finally {
    await dispatcher?.close()
  }
}

test.each<[string, https.AgentOptions]>([
  ['the authority of the certificate', { ca: selfSigned.cert }],
  ['no check of the certificate', { rejectUnauthorized: false }],
  ['a context', { secureContext: createSecureContext({ ca: selfSigned.cert }) }],
])('an agent of node:https with %s connects with it', async (_, options) => {
  const url = await startTlsServer()
  expect(await ask(url, toDispatcher(new https.Agent({ keepAlive: true, ...options })))).toBe('secure')
})

test.each<[string, https.AgentOptions, string]>([
  ['another authority', { ca: [] }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['a check of the name', { ca: selfSigned.cert, checkServerIdentity: () => new Error('another name') }, 'undefined'],
])('a certificate that an agent with %s does not accept is refused', async (_, options, code) => {
  expect(await ask(await startTlsServer(), toDispatcher(new https.Agent(options)))).toBe(code)
})

test.each<[string, object]>([
  ['an agent of node:http', new http.Agent({ keepAlive: true, maxSockets: 3 })],
  ['an agent of node:https', new https.Agent({ keepAlive: true })],
  ['an agent whose TLS options are all empty', new https.Agent({ ca: undefined, key: undefined } as never)],
  ['an object without options', {}],
])('%s needs no connection of its own', (_, agent) => {
  expect(toDispatcher(agent)).toBeUndefined()
})

class HttpsProxyAgent {
  readonly proxy = new URL('http://proxy.test')
}
class TunnelingAgent {
  readonly proxyOptions = { host: 'proxy.test' }
}
class HttpAgent {
  connect(): void {}
}

test.each<[unknown, string]>([
  [new HttpsProxyAgent(), 'a HttpsProxyAgent'],
  [new TunnelingAgent(), 'a TunnelingAgent'],
  [new HttpAgent(), 'a HttpAgent'],
  [() => new https.Agent(), 'a function'],
  ['http://proxy.test', 'a string'],
  [true, 'a boolean'],
])('an agent that connects in its own way is refused, and the option that works is named: %o', (agent, found) => {
  expect(refusal(() => toDispatcher(agent))).toMatchObject({
    code: 'cassette_option',
    option: 'agent',
    message: expect.stringMatching(
      new RegExp(`^The option "agent" of session\\.fetch is ${found}\\. .*Pass the option "dispatcher" instead`),
    ),
  })
})

test('on a platform without undici, TLS options are refused by name, and an agent without them is not', () => {
  Reflect.set(globalThis, CURRENT, undefined)
  const agent = new https.Agent({ ca: 'x', servername: 'api.test' })
  expect(refusal(() => toDispatcher(agent))?.message).toContain('is an agent with ca, servername.')
  expect([toDispatcher(new https.Agent()), createDefaultDispatcher()]).toEqual([undefined, undefined])
})

test('a new dispatcher like the default one has connections of its own', async () => {
  const connections = new Set<unknown>()
  const server = http.createServer((request, response) => {
    connections.add(request.socket)
    response.end('plain')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await (await fetch(url)).text()
  expect(await ask(url, createDefaultDispatcher())).toBe('plain')
  expect(connections.size).toBe(2)
})

test.each<[string, () => object]>([
  ['a proxy', () => new ProxyAgent('http://proxy.test')],
  ['an agent with options', () => new Agent({ headersTimeout: 5_000 })],
  ['an agent with a way to connect', () => new Agent({ connect: { ca: selfSigned.cert } })],
])('%s that replaced the default dispatcher is not bypassed', (_, create) => {
  const before = getGlobalDispatcher()
  setGlobalDispatcher(create() as never)
  const created = createDefaultDispatcher()
  setGlobalDispatcher(before)
  expect(created).toBeUndefined()
})
