import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CassetteSession, type Mode, openCassette } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { driveSocket } from './drive-socket.ts'
import { startServer } from './start-server.ts'
import { startWebSocketServer } from './start-web-socket-server.ts'
import { makeTempFolder } from './temp-folder.ts'

beforeEach(() => {
  vi.stubEnv('CI', '')
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A client that fetches a token, and then asks over a WebSocket. */
interface Client {
  readonly file: string
  readonly calls: () => { tokens: number; connections: number }
  open(mode: Mode): CassetteSession
  ask(session: CassetteSession, question: string, path?: string): Promise<string[]>
}

async function startProvider(): Promise<Client & AsyncDisposable> {
  const api = await startServer((_request, response) => void response.end('token'))
  const provider = await startWebSocketServer((socket) => {
    socket.send('hello')
    socket.on('message', (data) => socket.send(`re ${data}`))
  })
  const file = join(makeTempFolder(), 'chat.yaml')
  return {
    file,
    calls: () => ({ tokens: api.requests, connections: provider.handshakes.length }),
    open: (mode) => openCassette(file, { mode, hosts: [api.host, provider.host] }),
    async ask(session, question, path = '/') {
      await session.fetch(api.origin)
      return driveSocket(new session.WebSocket(provider.url + path), {
        message: (_data, socket, count) => (count === 1 ? socket.send(question) : socket.close(1000)),
      })
    },
    async [Symbol.asyncDispose]() {
      await api.close()
      await provider.close()
    },
  }
}

async function run({ open, ask }: Client, mode: Mode, question: string, path?: string): Promise<string[]> {
  const session = open(mode)
  const events = await ask(session, question, path)
  try {
    session.verify()
  } finally {
    await session.close()
  }
  return events
}

const itemsOf = (text: string): string[] => text.split(/^(?=- id:)/m).slice(1)

test('a connection that changed takes the place of the recorded one, and the other interactions keep their bytes', async () => {
  await using client = await startProvider()
  await run(client, 'record', 'a')
  const [token, conversation] = itemsOf(readFileSync(client.file, 'utf8'))
  expect(await run(client, 'heal', 'b', '/other')).toEqual(['open', '< hello', '< re b', 'close 1000'])
  expect(client.calls()).toEqual({ tokens: 1, connections: 2 })
  const healed = itemsOf(readFileSync(client.file, 'utf8'))
  expect(healed).toEqual([token, expect.stringContaining("text: 're b'")])
  expect(healed[1]).not.toBe(conversation)
  expect(await run(client, 'replay', 'b', '/other')).toContain('< re b')
})

test('a frame that changed heals nothing, and its mismatch says how to record only this conversation', async () => {
  await using client = await startProvider()
  await run(client, 'record', 'a')
  const before = readFileSync(client.file, 'utf8')
  await expect(run(client, 'heal', 'b')).rejects.toThrow(
    'To record only this conversation, remove #1 from the file, and set MSW_CASSETTE_MODE=heal, which does not change a part of a conversation.',
  )
  expect(readFileSync(client.file, 'utf8')).toBe(before)
  const [token = ''] = itemsOf(before)
  writeFileSync(client.file, before.slice(0, before.indexOf(token) + token.length))
  expect(await run(client, 'heal', 'b')).toContain('< re b')
  expect(itemsOf(readFileSync(client.file, 'utf8'))).toEqual([token, expect.stringContaining("text: 're b'")])
  expect(await run(client, 'replay', 'b')).toContain('< re b')
  expect(client.calls()).toEqual({ tokens: 1, connections: 2 })
})
