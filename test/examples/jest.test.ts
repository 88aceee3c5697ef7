import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Interaction, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

const LIMIT = 90_000
const FLAG = { NODE_OPTIONS: '--experimental-vm-modules' }
const jest = (folder: string, args: string[] = [], env: Record<string, string> = FLAG) =>
  runNode(folder, ['modules:jest/bin/jest.js', ...args], env)

test.each([
  ['jest-esm', 4],
  ['jest-cjs', 1],
])(
  'examples/%s: the preset is the only setup',
  async (name, count) => {
    const { exitCode, output } = await jest(installExample(name))
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`Cassettes  ${count} replayed`),
    })
  },
  LIMIT,
)

test(
  'examples/jest-swc: without the flag, the preset works if the transform compiles node_modules, also in several workers',
  async () => {
    const folder = installExample('jest-swc')
    writeFileSync(join(folder, 'other.test.js'), "test('plain', () => {})\n")
    for (const args of [[], ['-w', '2']]) {
      const { exitCode, output } = await jest(folder, args, { CI: 'true' })
      expect({ exitCode, output }).toMatchObject({
        exitCode: 0,
        output: expect.stringContaining('Cassettes  1 replayed'),
      })
    }
  },
  LIMIT,
)

test.each([
  ['jest-esm', FLAG],
  ['jest-cjs', FLAG],
  ['jest-swc', { CI: 'true' }],
])(
  'examples/%s: a format that is loaded on demand is read and written, and its errors have the classes of the library',
  async (name, env) => {
    const folder = installExample(name)
    writeFileSync(
      join(folder, 'formats.test.js'),
      `test('reads and writes HAR', async () => {
        const { CassetteParseError, parseCassette, stringifyCassette } = await import('msw-cassette')
        const response = { status: 200, headers: [], content: { text: 'Hi' } }
        const har = { log: { entries: [{ request: { method: 'GET', url: 'https://a.test/' }, response }] } }
        const { interactions } = parseCassette(JSON.stringify(har))
        expect(new TextDecoder().decode(interactions[0].response.body)).toBe('Hi')
        expect(interactions[0].response.body).toBeInstanceOf(Uint8Array)
        expect(stringifyCassette({ interactions }, { format: 'vcrpy' })).toContain('string: Hi')
        expect(() => parseCassette('version: 2\\ninteractions: {')).toThrow(CassetteParseError)
      })`,
    )
    const { exitCode, output } = await jest(folder, ['formats.test.js'], env)
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
  },
  LIMIT,
)

test(
  'Jest: the setup adds the matchers',
  async () => {
    const folder = installExample('jest-esm')
    writeFileSync(
      join(folder, 'weather.test.js'),
      `import { useCassettes } from 'msw-cassette/jest'
      import { getWeather } from './get-weather.js'
      const cassette = useCassettes()
      test('says how warm it is', async () => {
        expect(await getWeather('Lisbon')).toBe('It is 21 °C.')
        expect(cassette()).toHavePlayed(1)
        expect(cassette()).toBeFullyPlayed()
        expect(cassette()).toHaveRequested({ model: 'gpt-5-mini' })
        expect(() => expect(cassette()).toHavePlayed(2)).toThrow('expected 2 played, but 1 of 1 were')
      })`,
    )
    const { exitCode, output } = await jest(folder)
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
  },
  LIMIT,
)

test(
  'Jest: an obsolete cassette is listed, fails with --ci, and is removed with -u, also with several workers',
  async () => {
    const folder = installExample('jest-esm')
    writeFileSync(join(folder, 'other.test.js'), "test('plain', () => {})\n")
    const old = join(folder, '__cassettes__/weather.test.js/old.yaml')
    writeFileSync(old, 'version: 2\ninteractions: []\n')
    const listed = await jest(folder, ['-w', '2'])
    expect(listed).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 obsolete, remove with -u') })
    expect(await jest(folder, ['--ci'])).toMatchObject({ exitCode: 1 })
    expect(await jest(folder, ['-t', 'warm', '--ci'])).toMatchObject({ exitCode: 0 })
    expect(await jest(folder, ['-u'])).toMatchObject({ exitCode: 0 })
    expect(existsSync(old)).toBe(false)
  },
  LIMIT,
)

test.each(['jest-esm', 'jest-cjs'])(
  'examples/%s: without the flag, the message says what to set',
  async (name) => {
    const { exitCode, output } = await jest(installExample(name), [], {})
    expect(exitCode).toBe(1)
    expect(output).toContain('NODE_OPTIONS=--experimental-vm-modules npx jest')
    expect(output).toContain('transformIgnorePatterns: []')
    expect(output).not.toContain('SyntaxError')
    expect(output).not.toContain('Must use import')
  },
  LIMIT,
)

test(
  'Jest: a swallowed mismatch fails its test with the whole message',
  async () => {
    const folder = installExample('jest-esm')
    writeFileSync(
      join(folder, 'weather.test.js'),
      `import { withCassette } from 'msw-cassette/jest'
      test('says how warm it is', withCassette(async () => {
        await fetch('https://api.openai.com/v1/models')
      }))`,
    )
    const { exitCode, output } = await jest(folder)
    expect(exitCode).toBe(1)
    expect(output).toContain('No recorded interaction matches GET https://api.openai.com/v1/models')
  },
  LIMIT,
)

test(
  'Jest: passing tests are recorded and failing ones are not, also with hooks, and a refused connection has its error code',
  async () => {
    await using upstream = await startServer((_request, response) => void response.end('hi'))
    const options = `{ hosts: ['${upstream.host}', '127.0.0.1:47'] }`
    const folder = installExample('jest-esm')
    rmSync(join(folder, '__cassettes__'), { recursive: true })
    writeFileSync(
      join(folder, 'weather.test.js'),
      `import { useCassettes, withCassette } from 'msw-cassette/jest'
      const get = async () => (await fetch('${upstream.origin}/a')).text()
      test('good', withCassette('good', ${options}, async () => { expect(await get()).toBe('hi') }))
      test('bad', withCassette('bad', ${options}, async () => { expect(await get()).toBe('bye') }))
      test('refused', withCassette('refused', ${options}, async () => {
        expect(await fetch('http://127.0.0.1:47/').catch(({ cause }) => cause.code)).toBe('ECONNREFUSED')
      }))
      describe('hooks', () => {
        useCassettes(${options})
        test('good', async () => { expect(await get()).toBe('hi') })
        test('bad', async () => { expect(await get()).toBe('bye') })
      })`,
    )
    const { output } = await jest(folder)
    expect(output).toMatch(/Tests: {7}2 failed, 3 passed, 5 total/)
    expect(readdirSync(join(folder, '__cassettes__/weather.test.js')).sort()).toEqual(['good.yaml', 'hooks-good.yaml'])
    const before = upstream.requests
    const replayed = await jest(folder, ['-t', 'good'], { ...FLAG, CI: 'true' })
    expect({ exitCode: replayed.exitCode, requests: upstream.requests - before }).toEqual({ exitCode: 0, requests: 0 })
  },
  LIMIT,
)

test(
  'Jest: with hooks, both the mismatch and the failed assertion are reported',
  async () => {
    const folder = installExample('jest-esm')
    const cassettes = join(folder, '__cassettes__/weather.test.js')
    copyFileSync(join(cassettes, 'says-how-warm-it-is.yaml'), join(cassettes, 'sdk.yaml'))
    writeFileSync(
      join(folder, 'weather.test.js'),
      `import { useCassettes } from 'msw-cassette/jest'
      useCassettes()
      test('says how warm it is', async () => {
        await fetch('https://api.openai.com/v1/models')
        expect(1).toBe(2)
      })
      test('sdk', async () => {
        throw new Error((await (await fetch('https://api.openai.com/v1/other')).json()).message)
      })`,
    )
    const { exitCode, output } = await jest(folder)
    expect(exitCode).toBe(1)
    expect(output.split('No recorded interaction matches GET https://api.openai.com/v1/other')).toHaveLength(2)
    expect(output).not.toContain('msw-cassette/dist')
    expect(output).toContain('expect(received).toBe(expected)')
    expect(output).toContain('No recorded interaction matches GET https://api.openai.com/v1/models')
    expect(output).not.toContain('never requested')
  },
  LIMIT,
)

test(
  'Jest: a cassette outside the folders of the test files is obsolete only if all tests ran and no file opened it',
  async () => {
    const folder = installExample('jest-esm')
    for (const name of ['old', 'by-hand'])
      writeFileSync(join(folder, `__cassettes__/${name}.yaml`), 'version: 2\ninteractions: []\n')
    writeFileSync(
      join(folder, 'other.test.js'),
      `import { openCassette } from 'msw-cassette'
      test('opens', () => { openCassette('__cassettes__/by-hand.yaml') })
      test.todo('later')`,
    )
    const whole = await jest(folder)
    expect(whole.output).toContain('1 obsolete, remove with -u:\n               __cassettes__/old.yaml\n')
    for (const args of [['weather'], ['-t', 'warm'], ['--shard=1/2']]) {
      const { exitCode, output } = await jest(folder, args)
      expect({ args, exitCode, output }).toEqual({ args, exitCode: 0, output: expect.not.stringContaining('obsolete') })
    }
  },
  LIMIT,
)

test(
  'Jest: three files in one worker record the requests of each, and replay them',
  async () => {
    await using upstream = await startServer((_request, response) => {
      response.setHeader('content-type', 'text/event-stream')
      response.end('data: 1\n\ndata: 2\n\n')
    })
    const folder = installExample('jest-esm')
    rmSync(join(folder, '__cassettes__'), { recursive: true })
    rmSync(join(folder, 'weather.test.js'))
    for (const name of ['a', 'b', 'c']) {
      writeFileSync(
        join(folder, `${name}.test.js`),
        `import { withCassette } from 'msw-cassette/jest'
        test('streams', withCassette('streams', { hosts: ['${upstream.host}'] }, async () => {
          expect(await (await fetch('${upstream.origin}/a', { method: 'POST', body: '{}' })).text()).toContain('2')
        }))`,
      )
    }
    const recorded = await jest(folder, ['-i'])
    expect(recorded).toMatchObject({ exitCode: 0, output: expect.stringContaining('3 recorded') })
    expect(upstream.requests).toBe(3)
    const replayed = await jest(folder, ['-i'], { ...FLAG, CI: 'true' })
    expect({ exitCode: replayed.exitCode, requests: upstream.requests }).toEqual({ exitCode: 0, requests: 3 })
  },
  LIMIT,
)

test(
  'Jest: the option clock sets Date for useCassettes and withCassette, and fake timers of a test can begin at that time',
  async () => {
    const folder = installExample('jest-esm')
    const {
      interactions: [interaction],
    } = buildCassette({ url: 'https://api.test/hi', response: 'hi' })
    const interactions = [{ ...interaction, recordedAt: new Date('2025-01-02T03:04:05Z') }] as Interaction[]
    const cassettes = join(folder, '__cassettes__/clock.test.js')
    mkdirSync(cassettes, { recursive: true })
    for (const name of ['used-sees-the-time', 'used-fakes-timers', 'wrapped']) {
      writeFileSync(join(cassettes, `${name}.yaml`), stringifyCassette({ interactions }))
    }
    writeFileSync(
      join(folder, 'clock.test.js'),
      `import { jest } from '@jest/globals'
      import { useCassettes, withCassette } from 'msw-cassette/jest'
      const RealDate = Date
      const ask = async () => [await (await fetch('https://api.test/hi')).text(), new Date().toISOString()]
      const expected = ['hi', '2025-01-02T03:04:05.000Z']
      describe('used', () => {
        useCassettes({ clock: true })
        test('sees the time', async () => { expect(await ask()).toEqual(expected) })
        test('fakes timers', async () => {
          jest.useFakeTimers({ now: Date.now() })
          expect(Date.now()).toBe(Date.parse(expected[1]))
          jest.advanceTimersByTime(1000)
          expect(Date.now()).toBe(Date.parse(expected[1]) + 1000)
          jest.useRealTimers()
          expect(await ask()).toEqual(expected)
        })
      })
      test('wrapped', withCassette({ clock: true }, async () => { expect(await ask()).toEqual(expected) }))
      test('later', () => { expect(Date).toBe(RealDate) })`,
    )
    const { exitCode, output } = await jest(folder, ['clock.test.js'])
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('3 replayed') })
  },
  LIMIT,
)
