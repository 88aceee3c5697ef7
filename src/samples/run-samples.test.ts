import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LocalServer, startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteOptionError, CassetteSamplesError, CassetteUnplayedError } from '../errors/errors.ts'
import type { Fault } from '../faults/fault.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
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
    options: Partial<SamplesOptions> & { prompt?: string; faults?: Fault[]; judge?: (answer: string) => void },
  ): Promise<Session>
}

async function startAgent(): Promise<Agent> {
  const server = await startServer((request, response) => {
    if (request.url?.startsWith('/busy') && server.requests > 2) response.statusCode = 400
    response.end(request.url?.startsWith('/next') ? `after ${request.url}` : String(server.requests))
  })
  const file = join(makeTempFolder(), 'a.yaml')
  return {
    server,
    file,
    async run(mode, { prompt = 'hi', judge = () => {}, faults = [], ...options }) {
      const session = createSession({
        source: file,
        options: { mode, faults, hosts: [server.host] },
        saving: 'deferred',
      })
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

const announced = (): string[] =>
  vi
    .mocked(console.info)
    .mock.calls.map(([line]) => /: (the test runs \d+ times)\./.exec(String(line))?.[1] ?? String(line))

test('the number of runs is announced before the first one, and a later recording announces only what is missing', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 2 })
  expect(announced()).toEqual(['the test runs 2 times'])
  await agent.run('new-episodes', { samples: 5 })
  expect(announced()).toEqual(['the test runs 2 times', 'the test runs 3 times'])
  expect(agent.server.requests).toBe(10)
  await agent.run('new-episodes', { samples: 5 })
  await agent.run('replay', { samples: 5 })
  expect([announced().length, agent.server.requests]).toEqual([2, 10])
})

test('a replay with fewer recorded samples than the test needs is refused before its first run', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 2 })
  const answers: string[] = []
  const replay = agent.run('replay', { samples: 3, judge: (answer) => void answers.push(answer) })
  await expect(replay).rejects.toThrow(
    new CassetteOptionError(
      'samples',
      `The option "samples" is 3, and ${agent.file} has 2. Record the others with MSW_CASSETTE_MODE=new-episodes, or set samples: 2.`,
    ),
  )
  expect(answers).toEqual([])
})

test('faults that name one interaction are refused, because each sample has its own', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 2 })
  await expect(
    agent.run('replay', {
      samples: 2,
      faults: [
        { when: () => false, status: 500 },
        { at: 0, status: 500 },
      ],
    }),
  ).rejects.toThrow(
    `The faults of ${agent.file} have "at", which names one interaction, and each sample has its own. Select requests with "when".`,
  )
  const selected = agent.run('replay', { samples: 2, faults: [{ when: () => false, status: 500 }] })
  await expect(selected).rejects.toThrow('The fault faults[0] was never reached')
})

test('an answer that is an error is not a sample, and nothing is recorded', async () => {
  await using agent = await startAgent()
  const judge = (answer: string): void => expect(answer).toBe('1')
  const recording = agent.run('once', { samples: 2, prompt: 'busy', judge })
  await expect(recording).rejects.toMatchObject({
    code: 'cassette_samples',
    passed: 0,
    total: 2,
    message:
      `Failed to record sample 1 of 2 into ${agent.file}: the last answer has the status 400. An error is not a sample, so nothing is ` +
      'recorded. Run the test again, or with fewer samples.',
  })
  expect(existsSync(agent.file)).toBe(false)
})

test('a request that only a later sample lacks is explained, and one of the first sample is an ordinary mismatch', async () => {
  await using agent = await startAgent()
  await agent.run('once', { samples: 2 })
  const { interactions, ...cassette } = parseCassette(readFileSync(agent.file))
  const without = (index: number): void =>
    writeFileSync(agent.file, stringifyCassette({ ...cassette, interactions: interactions.toSpliced(index, 1) }))
  without(3)
  await expect(agent.run('replay', { samples: 2 })).rejects.toMatchObject({
    code: 'cassette_samples',
    passed: 0,
    total: 2,
    message: expect.stringMatching(
      /^Sample 1 of 2 of \S+ has no recording of a request\. An answer decides which request comes next, so each sample needs its own: record what is missing with test\.samples and MSW_CASSETTE_MODE=new-episodes\.\n\n/,
    ),
    cause: expect.objectContaining({ code: 'cassette_mismatch' }),
  })
  without(1)
  await expect(agent.run('replay', { samples: 2 })).rejects.toMatchObject({ code: 'cassette_mismatch' })
})

test('the recordings of a test that fails for too few samples are saved, unless none passed', async () => {
  await using agent = await startAgent()
  const some = agent.run('once', { samples: 3, atLeast: 2, judge: (answer) => expect(answer).toBe('1') })
  await expect(some).rejects.toMatchObject({
    passed: 1,
    total: 3,
    message: expect.stringMatching(
      /^1 of 3 passed, and at least 2 have to: the samples of \S+\n {2}sample 1: AssertionError: expected '3' to be '1' \S.*\n {2}sample 2: AssertionError: .*$/,
    ),
  })
  expect(itemsIn(agent.file)).toEqual(['/hi 0', '/next/1 0', '/hi 1', '/hi 2'])
  rmSync(agent.file)
  const none = agent.run('once', { samples: 2, judge: () => expect(1).toBe(2) })
  await expect(none).rejects.toMatchObject({ passed: 0, total: 2 })
  expect(existsSync(agent.file)).toBe(false)
})

test('a thrown value that is not an error is described, too', async () => {
  await using agent = await startAgent()
  const judge = (): void => {
    throw 'first line\nsecond line'
  }
  await expect(agent.run('once', { samples: 1, judge })).rejects.toThrow(
    `0 of 1 passed, and all have to: the samples of ${agent.file}\n  sample 0: first line`,
  )
})
