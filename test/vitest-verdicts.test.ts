import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'
import { type LocalServer, startServer } from './start-server.ts'

const LIMIT = 120_000

const startEcho = (): Promise<LocalServer> => startServer((request, response) => void response.end(request.url))

/** The paths of the requests in a cassette, in file order. */
function recordedPaths(folder: string, file: string): string[] {
  const { interactions } = parseCassette(readFileSync(join(folder, 'src/__cassettes__', file)))
  return interactions.map(({ request }) => new URL(request.url).pathname)
}

test(
  'a test whose requests go to this machine fails, and the error names the address and the option',
  async () => {
    await using upstream = await startEcho()
    const folder = makeVitestProject({
      'x.test.ts': `test('a', { meta: { cassette: true } }, async () => { await fetch('${upstream.origin}/v1/chat') })\n`,
    })
    const { exitCode, output } = await runVitest(folder)
    expect(exitCode).toBe(1)
    expect(output).toContain(
      `CassetteUnusedError: Nothing was recorded into src/__cassettes__/x.test.ts/a.yaml: the requests went to this ` +
        `machine (${upstream.host}), which is recorded only if the option "hosts" names it. Record it: { hosts: ['${upstream.host}'] }.`,
    )
  },
  LIMIT,
)

test(
  'a test that requests a cassette and sends no request fails here and in CI; one that inherits it passes in both',
  async () => {
    const folder = makeVitestProject({
      'own.test.ts': `test('own', { meta: { cassette: true } }, () => {})\n`,
      'inherited.test.ts': `describe('group', { meta: { cassette: true } }, () => { test('inherited', () => {}) })\n`,
    })
    for (const env of [{}, { CI: 'true' }]) {
      const { exitCode, output } = await runVitest(folder, [], env)
      expect({ exitCode, passed: output.match(/Tests .*/)?.[0] }).toEqual({
        exitCode: 1,
        passed: expect.stringContaining('1 failed | 1 passed'),
      })
    }
    const { output } = await runVitest(folder)
    expect(output).toContain('the test requests a cassette, but sent no request')
    expect(output).toContain('❯ src/own.test.ts:3:6')
    expect(existsSync(join(folder, 'src/__cassettes__/inherited.test.ts'))).toBe(false)
  },
  LIMIT,
)

test(
  'a request outside `hosts` is neither sent nor recorded, and the response names the option',
  async () => {
    await using upstream = await startEcho()
    const folder = makeVitestProject(
      {
        'x.test.ts':
          `test('a', { meta: { cassette: true } }, async () => { expect(await (await fetch('${upstream.origin}/in')).text()).toBe('/in')\n` +
          `  const { error } = await (await fetch('https://other.test/out')).json(); throw new Error('seen: ' + error.message) })\n`,
      },
      {},
      `plugins: [cassettes({ hosts: ['${upstream.host}'] })]`,
    )
    const { exitCode, output } = await runVitest(folder)
    expect(exitCode).toBe(1)
    expect(output).toMatch(/seen: No recorded interaction matches GET https:\/\/other\.test\/out/)
    expect(output).toMatch(
      /The option "hosts" of .*a\.yaml does not name this host\. To replay and record it, add 'other\.test'/,
    )
  },
  LIMIT,
)

/** Two tests that share a cassette and send different requests. */
const sharing = (origin: string, second = '/two'): string =>
  ['/one', second]
    .map(
      (path) =>
        `test('asks ${path}', { meta: { cassette: 'shared' } }, async () => { expect(await (await fetch('${origin}${path}')).text()).toBe('${path}') })\n`,
    )
    .join('')

test(
  'tests that share a cassette record what they lack, and are judged together',
  async () => {
    await using upstream = await startEcho()
    const plugins = `plugins: [cassettes({ hosts: ['${upstream.host}'] })]`
    const folder = makeVitestProject({ 'x.test.ts': sharing(upstream.origin) }, {}, plugins)
    const first = await runVitest(folder)
    expect(first).toMatchObject({ exitCode: 0, output: expect.stringContaining('Cassettes  1 recorded') })
    expect(recordedPaths(folder, 'x.test.ts/shared.yaml')).toEqual(['/one', '/two'])
    const sent = upstream.requests
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({ exitCode: 0 })
    expect(upstream.requests).toBe(sent)
  },
  LIMIT,
)

test(
  'MSW_CASSETTE_MODE=record replaces a shared cassette once in a run',
  async () => {
    await using upstream = await startEcho()
    const plugins = `plugins: [cassettes({ hosts: ['${upstream.host}'] })]`
    const folder = makeVitestProject({ 'x.test.ts': sharing(upstream.origin) }, { 'x.test.ts/shared': 3 }, plugins)
    const { exitCode } = await runVitest(folder, [], { MSW_CASSETTE_MODE: 'record' })
    expect({ exitCode, paths: recordedPaths(folder, 'x.test.ts/shared.yaml') }).toEqual({
      exitCode: 0,
      paths: ['/one', '/two'],
    })
  },
  LIMIT,
)

test(
  'an interaction of a shared cassette that no test requests fails the run, and -u removes it',
  async () => {
    const folder = makeVitestProject(
      {
        'x.test.ts':
          `for (const name of ['a', 'b']) test(name, { meta: { cassette: 'shared' } }, async () => { await ask() })\n` +
          `test('c', { meta: { cassette: 'shared' } }, async () => { await ask(); await ask() })\n`,
      },
      { 'x.test.ts/shared': 3 },
    )
    const failed = await runVitest(folder)
    expect(failed.exitCode).toBe(1)
    expect(failed.output).toContain('An error: no test requested these recorded interactions. Remove them with -u')
    expect(failed.output).toContain('src/__cassettes__/x.test.ts/shared.yaml #2')
    expect(await runVitest(folder, ['-u'])).toMatchObject({ exitCode: 0 })
    expect(recordedPaths(folder, 'x.test.ts/shared.yaml')).toHaveLength(2)
    expect(await runVitest(folder, [], { CI: 'true' })).toMatchObject({ exitCode: 0 })
  },
  LIMIT,
)

test(
  'with -u, a test that sends fewer requests than before passes, and its cassette is pruned',
  async () => {
    const folder = makeVitestProject(
      { 'x.test.ts': `test('a', { meta: { cassette: true } }, async () => { await ask() })\n` },
      { 'x.test.ts/a': 2 },
    )
    const failed = await runVitest(folder)
    expect(failed.exitCode).toBe(1)
    expect(failed.output).toContain('run the tests with -u')
    expect(await runVitest(folder, ['-u'])).toMatchObject({ exitCode: 0 })
    expect(recordedPaths(folder, 'x.test.ts/a.yaml')).toHaveLength(1)
  },
  LIMIT,
)
