import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setupServer } from 'msw/node'
import {
  CassetteNotFoundError,
  type CassetteSession,
  CassetteSessionError,
  listenOptions,
  type Mode,
  modes,
  openCassette,
  parseCassette,
  stringifyCassette,
} from 'msw-cassette'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const server = setupServer()
beforeAll(() => server.listen(listenOptions))
afterEach(() => {
  server.resetHandlers()
  vi.unstubAllEnvs()
})
afterAll(() => server.close())

const startEcho = (): Promise<LocalServer> =>
  startServer((request, response) => void response.end(`live ${request.url}`))

/** What became of a request: what answered it, what the session and the network saw of it. */
async function ask(session: CassetteSession, upstream: LocalServer, url: string): Promise<string> {
  server.use(...session.handlers)
  const before = upstream.requests
  const response = await fetch(url)
  const text = response.status === 400 ? 'mismatch' : (await response.text()).split(' ')[0]
  await session.save()
  const asked = upstream.requests > before ? 'asked' : 'silent'
  return `${text}, ${asked}, ${session.recorded.length} recorded`
}

async function decide(mode: Mode, presence: 'there' | 'absent', path: '/known' | '/new'): Promise<string> {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  const known = buildCassette({ url: `${upstream.origin}/known`, response: 'recorded' })
  if (presence === 'there') writeFileSync(file, stringifyCassette(known))
  await using session = openCassette(file, { mode, hosts: [upstream.host], onUnplayed: 'ignore' })
  const answer = await ask(session, upstream, upstream.origin + path)
  session.mismatches.length && expect(() => session.verify()).toThrow('matches')
  const saved = existsSync(file) ? parseCassette(readFileSync(file)).interactions.length : 0
  return `${answer}, ${saved} on disk`
}

const LIVE = 'live, asked, 1 recorded'

test.each<[Mode, string, string, string | undefined]>([
  ['replay', 'recorded, silent, 0 recorded, 1 on disk', 'mismatch, silent, 0 recorded, 1 on disk', undefined],
  ['once', 'recorded, silent, 0 recorded, 1 on disk', 'mismatch, silent, 0 recorded, 1 on disk', `${LIVE}, 1 on disk`],
  ['new-episodes', 'recorded, silent, 0 recorded, 1 on disk', `${LIVE}, 2 on disk`, `${LIVE}, 1 on disk`],
  ['record', `${LIVE}, 1 on disk`, `${LIVE}, 1 on disk`, `${LIVE}, 1 on disk`],
  [
    'passthrough',
    'live, asked, 0 recorded, 1 on disk',
    'live, asked, 0 recorded, 1 on disk',
    'live, asked, 0 recorded, 0 on disk',
  ],
])('in mode %s', async (mode, matched, unmatched, absent) => {
  expect(await decide(mode, 'there', '/known')).toBe(matched)
  expect(await decide(mode, 'there', '/new')).toBe(unmatched)
  if (absent === undefined) await expect(decide(mode, 'absent', '/new')).rejects.toThrow(CassetteNotFoundError)
  else expect(await decide(mode, 'absent', '/new')).toBe(absent)
})

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

test('in CI a missing cassette is an error that says how to record it', () => {
  vi.stubEnv('CI', 'true')
  vi.stubEnv('MSW_CASSETTE_MODE', '')
  expect(() => openCassette(join(makeTempFolder(), 'a.yaml'))).toThrow(/a\.yaml.*CI.*MSW_CASSETTE_MODE=once/s)
})

test('what is replayed is not written again', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, stringifyCassette(buildCassette({ url: `${upstream.origin}/known`, response: 'recorded' })))
  const before = statSync(file, { bigint: true })
  for (const mode of ['once', 'new-episodes'] as const) {
    await using session = openCassette(file, { mode, hosts: [upstream.host] })
    expect(await ask(session, upstream, `${upstream.origin}/known`)).toBe('recorded, silent, 0 recorded')
  }
  const { ino, mtimeNs } = statSync(file, { bigint: true })
  expect({ ino, mtimeNs }).toEqual({ ino: before.ino, mtimeNs: before.mtimeNs })
})

test('by default requests to this machine are not recorded, and no one else is asked by accident', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  await using session = openCassette(file, { mode: 'once' })
  server.use(...session.handlers)
  await expect(fetch(upstream.origin)).rejects.toThrow()
  expect({ requests: upstream.requests, recorded: session.recorded.length }).toEqual({ requests: 0, recorded: 0 })
})

test('what `passthrough` names reaches the network, and is not recorded', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  const passthrough = ({ url }: { url: string }): boolean => url.endsWith('/health')
  await using session = openCassette(file, { mode: 'once', hosts: [upstream.host], passthrough })
  server.use(...session.handlers)
  for (const ask of [fetch, session.fetch])
    expect(await (await ask(`${upstream.origin}/health`)).text()).toBe('live /health')
  expect(await (await fetch(`${upstream.origin}/chat`)).text()).toBe('live /chat')
  await session.save()
  expect(session.recorded.map(({ request }) => request.url)).toEqual([`${upstream.origin}/chat`])
})

test('a session that was closed asks nobody', async () => {
  await using upstream = await startEcho()
  for (const mode of ['new-episodes', 'passthrough'] as const) {
    const session = openCassette(join(makeTempFolder(), 'a.yaml'), { mode, hosts: [upstream.host] })
    await session.close()
    await expect(session.fetch(upstream.origin)).rejects.toThrow(CassetteSessionError)
  }
  expect(upstream.requests).toBe(0)
})
