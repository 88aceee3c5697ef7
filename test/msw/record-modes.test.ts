import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CassetteNotFoundError,
  type CassetteSession,
  CassetteSessionError,
  type Mode,
  openCassette,
  parseCassette,
  stringifyCassette,
} from 'msw-cassette'
import { afterEach, expect, test, vi } from 'vitest'
import { modes } from '../../src/options/mode.ts'
import { buildCassette } from '../build-cassette.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { isRunner } from './listen-to.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
afterEach(() => void vi.unstubAllEnvs())

const startEcho = (): Promise<LocalServer> =>
  startServer((request, response) => void response.end(`live ${request.url}`))

/** Sends a request. Returns what answered it, whether it reached the network, and how many interactions were recorded. */
async function send(session: CassetteSession, upstream: LocalServer, url: string): Promise<string> {
  server.use(...session.handlers)
  const before = upstream.requests
  const response = await fetch(url)
  const text = response.status === 400 ? 'mismatch' : (await response.text()).split(' ')[0]
  await session.save()
  const reached = upstream.requests > before ? 'sent' : 'not sent'
  return `${text}, ${reached}, ${session.recorded.length} recorded`
}

async function sendInMode(mode: Mode, presence: 'found' | 'missing', path: '/known' | '/new'): Promise<string> {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  const known = buildCassette({ url: `${upstream.origin}/known`, response: 'recorded' })
  if (presence === 'found') writeFileSync(file, stringifyCassette(known))
  await using session = openCassette(file, { mode, hosts: [upstream.host], onUnplayed: 'ignore' })
  const answer = await send(session, upstream, upstream.origin + path)
  if (answer.startsWith('mismatch')) expect(() => session.verify()).toThrow('matches')
  else expect(session.mismatches).toEqual([])
  const saved = existsSync(file) ? parseCassette(readFileSync(file)).interactions.length : 0
  return `${answer}, ${saved} on disk`
}

const LIVE = 'live, sent, 1 recorded'

test.each<[Mode, string, string, string | undefined]>([
  ['replay', 'recorded, not sent, 0 recorded, 1 on disk', 'mismatch, not sent, 0 recorded, 1 on disk', undefined],
  [
    'once',
    'recorded, not sent, 0 recorded, 1 on disk',
    'mismatch, not sent, 0 recorded, 1 on disk',
    `${LIVE}, 1 on disk`,
  ],
  ['new-episodes', 'recorded, not sent, 0 recorded, 1 on disk', `${LIVE}, 2 on disk`, `${LIVE}, 1 on disk`],
  ['record', `${LIVE}, 1 on disk`, `${LIVE}, 1 on disk`, `${LIVE}, 1 on disk`],
  [
    'passthrough',
    'live, sent, 0 recorded, 1 on disk',
    'live, sent, 0 recorded, 1 on disk',
    'live, sent, 0 recorded, 0 on disk',
  ],
])(
  'mode %s handles a match, no match and a missing cassette as documented',
  async (mode, matched, unmatched, absent) => {
    expect(await sendInMode(mode, 'found', '/known')).toBe(matched)
    expect(await sendInMode(mode, 'found', '/new')).toBe(unmatched)
    if (absent === undefined) await expect(sendInMode(mode, 'missing', '/new')).rejects.toThrow(CassetteNotFoundError)
    else expect(await sendInMode(mode, 'missing', '/new')).toBe(absent)
  },
)

test('the mode is the option, else the environment variable, else replay in CI, else once', () => {
  const cassette = buildCassette()
  const modeOf = (variables: Record<string, string>, mode?: Mode): Mode => {
    for (const name of ['CI', 'MSW_CASSETTE_MODE']) vi.stubEnv(name, variables[name])
    return openCassette(cassette, mode ? { mode } : {}).mode
  }
  expect(modeOf({})).toBe('once')
  expect(modeOf({ CI: 'false' })).toBe('once')
  expect(modeOf({ CI: 'true' })).toBe('replay')
  expect(modeOf({ CI: 'true', MSW_CASSETTE_MODE: 'new-episodes' })).toBe('new-episodes')
  expect(modeOf({ CI: 'true', MSW_CASSETTE_MODE: 'new-episodes' }, 'record')).toBe('record')
  expect(() => modeOf({ MSW_CASSETTE_MODE: 'always' })).toThrow(
    Object.keys(modes)
      .map((mode) => `'${mode}'`)
      .join(', '),
  )
})

test('in CI, a missing cassette is an error that explains how to record it', () => {
  vi.stubEnv('CI', 'true')
  vi.stubEnv('MSW_CASSETTE_MODE', '')
  expect(() => openCassette(join(makeTempFolder(), 'a.yaml'))).toThrow(/a\.yaml.*CI.*MSW_CASSETTE_MODE=once/s)
})

test('replaying does not write the file', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, stringifyCassette(buildCassette({ url: `${upstream.origin}/known`, response: 'recorded' })))
  const before = statSync(file, { bigint: true })
  for (const mode of ['once', 'new-episodes'] as const) {
    await using session = openCassette(file, { mode, hosts: [upstream.host] })
    expect(await send(session, upstream, `${upstream.origin}/known`)).toBe('recorded, not sent, 0 recorded')
  }
  const { ino, mtimeNs } = statSync(file, { bigint: true })
  expect({ ino, mtimeNs }).toEqual({ ino: before.ino, mtimeNs: before.mtimeNs })
})

test.skipIf(isRunner)('by default, requests to localhost are not recorded and do not reach the network', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  await using session = openCassette(file, { mode: 'once' })
  server.use(...session.handlers)
  await expect(fetch(upstream.origin)).rejects.toThrow()
  expect({ requests: upstream.requests, recorded: session.recorded.length }).toEqual({ requests: 0, recorded: 0 })
})

test('a request that `passthrough` accepts reaches the network and is not recorded', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  const passthrough = ({ url }: { url: string }): boolean => url.endsWith('/health')
  await using session = openCassette(file, { mode: 'once', hosts: [upstream.host], passthrough })
  server.use(...session.handlers)
  for (const send of [fetch, session.fetch])
    expect(await (await send(`${upstream.origin}/health`)).text()).toBe('live /health')
  expect(await (await fetch(`${upstream.origin}/chat`)).text()).toBe('live /chat')
  await session.save()
  expect(session.recorded.map(({ request }) => request.url)).toEqual([`${upstream.origin}/chat`])
})

test('a closed session sends nothing to the network', async () => {
  await using upstream = await startEcho()
  for (const mode of ['new-episodes', 'passthrough'] as const) {
    const session = openCassette(join(makeTempFolder(), 'a.yaml'), { mode, hosts: [upstream.host] })
    await session.close()
    await expect(session.fetch(upstream.origin)).rejects.toThrow(CassetteSessionError)
  }
  expect(upstream.requests).toBe(0)
})
