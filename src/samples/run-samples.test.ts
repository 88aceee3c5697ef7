import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LocalServer, startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteSamplesError, CassetteUnplayedError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { createSession } from '../open/create-session.ts'
import type { Mode } from '../options/mode.ts'
import type { Session } from '../session/session.ts'
import { runSamples } from './run-samples.ts'
import type { SamplesOptions } from './samples-options.ts'

beforeEach(() => {
  vi.stubEnv('CI', '')
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A server that answers each request with a number, and a test with two turns. */
interface Agent extends AsyncDisposable {
  readonly server: LocalServer
  readonly file: string
  /** Runs the test and ends it as a runner does. `judge` is the test's assertion about the first answer. */
  run(
    mode: Mode,
    options: Partial<SamplesOptions> & { prompt?: string; judge?: (answer: string) => void },
  ): Promise<Session>
}

async function startAgent(): Promise<Agent> {
  const server = await startServer((request, response) => {
    response.end(request.url?.startsWith('/next') ? `after ${request.url}` : String(server.requests))
  })
  const file = join(makeTempFolder(), 'a.yaml')
  return {
    server,
    file,
    async run(mode, { prompt = 'hi', judge = () => {}, ...options }) {
      const session = createSession({ source: file, options: { mode, hosts: [server.host] }, saving: 'deferred' })
      const ask = async (path: string): Promise<string> => (await session.fetch(server.origin + path)).text()
      try {
        await runSamples({
          session,
          options,
          isSkip: (error) => error === SKIP,
          async run() {
            const first = await ask(`/${prompt}`)
            judge(first)
            expect(await ask(`/next/${first}`)).toBe(`after /next/${first}`)
          },
        })
        session.verify({ requestedBy: 'test' })
        await session.close()
        return session
      } finally {
        session.end()
      }
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}

const SKIP = new Error('skipped')

const itemsIn = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(
    ({ request, sample = 0 }) => `${new URL(request.url).pathname} ${sample}`,
  )

test('each run records a conversation of its own, and replays it', async () => {
  await using agent = await startAgent()
  const recorded = await agent.run('once', { samples: 2 })
  expect(recorded.samples.outcome).toMatchObject({ passed: 2, total: 2, failures: [], recordings: 'pending' })
  expect(itemsIn(agent.file)).toEqual(['/hi 0', '/next/1 0', '/hi 1', '/next/3 1'])
  const replayed = await agent.run('replay', { samples: 2 })
  expect(replayed.samples.outcome).toMatchObject({ plays: [1, 1, 1, 1], unplayed: [] })
  expect(agent.server.requests).toBe(4)
})

test('in mode heal, each sample keeps what matches, and gets new recordings for the rest', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 2 })
  const healed = await agent.run('heal', { samples: 2, prompt: 'hello' })
  expect(healed.healing?.result?.line).toContain('healed 4 of 4 turns')
  expect(itemsIn(agent.file)).toEqual(['/hello 0', '/next/5 0', '/hello 1', '/next/7 1'])
  await agent.run('replay', { samples: 2, prompt: 'hello' })
  expect(agent.server.requests).toBe(8)
})

test('samples that the test does not need are unplayed', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 3 })
  await expect(agent.run('replay', { samples: 2 })).rejects.toThrow(CassetteUnplayedError)
  await agent.run('heal', { samples: 2 })
  expect(itemsIn(agent.file)).toEqual(['/hi 0', '/next/1 0', '/hi 1', '/next/3 1'])
})

test('a run that fails is allowed if enough pass, and what it did not reach is no error', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 2 })
  const judge = (answer: string): void => expect(answer).toBe('1')
  const session = await agent.run('replay', { samples: 2, atLeast: 1, judge })
  expect(session.samples.outcome).toMatchObject({
    passed: 1,
    failures: [expect.stringContaining("sample 1: AssertionError: expected '3' to be '1'")],
  })
  await expect(agent.run('replay', { samples: 2, judge })).rejects.toMatchObject({
    name: CassetteSamplesError.name,
    code: 'cassette_samples',
    passed: 1,
    total: 2,
    message: expect.stringContaining(`1 of 2 passed, and all have to: the samples of ${agent.file}`),
    cause: expect.objectContaining({ name: 'AssertionError' }),
  })
})

test('a test that skips itself has no result', async () => {
  await using agent = await startAgent()
  const judge = (): void => {
    throw SKIP
  }
  await expect(agent.run('once', { samples: 2, judge })).rejects.toBe(SKIP)
})
