import { readFileSync } from 'node:fs'
import { openCassette, parseCassette } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

beforeEach(() => void vi.stubEnv('CI', ''))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.resetModules()
})

const YEAR = 365 * 86_400_000

/** Each way in which tests fake the time. `nextTick` stays real, because Node itself needs it. */
const fakes: Readonly<Record<string, () => void>> = {
  'vi.setSystemTime': () => void vi.setSystemTime(new Date('2020-01-01')),
  'fake timers': () => void vi.useFakeTimers({ now: new Date('2020-01-01') }),
  'spies on Date.now and performance.now': () => {
    vi.spyOn(Date, 'now').mockReturnValue(0)
    vi.spyOn(performance, 'now').mockReturnValue(0)
  },
}

/** Records a body of two chunks, 30 ms apart, and compares its times with the real ones. */
async function recordTimes(open: typeof openCassette) {
  let end = (): void => {}
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    end = () => response.end('data: 2\n\n')
  })
  const file = `${makeTempFolder()}/a.yaml`
  const session = open(file, { mode: 'once', hosts: [upstream.host] })
  const response = await session.fetch(upstream.origin)
  const reader = response.body?.getReader()
  await reader?.read()
  // Not a timer, which can be faked.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30)
  end()
  while (!(await reader?.read())?.done) {}
  await session.close()
  return { file, host: upstream.host, interaction: parseCassette(readFileSync(file)).interactions[0] }
}

const realTime = Date.now()

for (const [name, fake] of Object.entries(fakes)) {
  for (const moment of ['after', 'before'] as const) {
    test(`recorded times are real if ${name} began ${moment} the library was imported`, async () => {
      vi.resetModules()
      const early = moment === 'after' ? await import('msw-cassette') : undefined
      fake()
      const { openCassette: open } = early ?? (await import('msw-cassette'))
      const { interaction } = await recordTimes(open)
      const { chunks = [], duration = 0 } = interaction?.response ?? {}
      expect(Math.abs((interaction?.recordedAt?.getTime() ?? 0) - realTime)).toBeLessThan(60_000)
      expect(duration).toBeGreaterThan(0)
      expect(chunks.map(({ time }) => time > 0)).toEqual([true, true])
      expect((chunks[1]?.time ?? 0) - (chunks[0]?.time ?? 0)).toBeGreaterThan(25)
    })
  }
}

test.each(Object.entries(fakes))('%s does not change the age of a recording', async (_name, fake) => {
  const { file, host } = await recordTimes(openCassette)
  fake()
  const options = { expires: '1d', onExpired: 'record', hosts: [host] } as const
  expect(openCassette(file, { mode: 'once', ...options }).mode).toBe('once')
  vi.useRealTimers()
  vi.setSystemTime(Date.now() + YEAR)
  expect(openCassette(file, { mode: 'once', ...options }).mode).toBe('once')
})

test('a session closes under fake timers, even if an exchange never ends', async () => {
  await using upstream = await startServer(() => {})
  vi.useFakeTimers()
  vi.resetModules()
  for (const { openCassette: open } of [{ openCassette }, await import('msw-cassette')]) {
    const session = open(`${makeTempFolder()}/a.yaml`, { mode: 'once', hosts: [upstream.host] })
    const answer = session.fetch(upstream.origin).catch(({ name }: Error) => name)
    await session.close()
    expect(await answer).toBe('CassetteSessionError')
  }
})
