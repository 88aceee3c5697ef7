import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from './build-cassette.ts'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

const ONE_WORKER = ['--no-isolate', '--no-file-parallelism']

/** The code of a test file that starts its own MSW server. */
const ownServerTest = (handlers: string): string => `import { afterAll, beforeAll } from 'vitest'
  import { http, HttpResponse } from 'msw'
  import { setupServer } from 'msw/node'
  import { scopedCassettes } from 'msw-cassette'
  const server = setupServer(http.get('https://own.test/x', () => HttpResponse.text('own'))${handlers})
  beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }))
  afterAll(() => server.close())
  test('own', { meta: { cassette: 'a' } }, async () => {
    expect(await (await fetch('https://own.test/x')).text()).toBe('own')
    expect(await ask()).toBe('hi')
  })\n`

test('with `server: own`, the plugin starts no server, and both the handlers of the tests and the cassettes answer', async () => {
  const folder = makeVitestProject(
    { 'x.test.ts': ownServerTest(', ...scopedCassettes()'), 'y.test.ts': ownServerTest(', ...scopedCassettes()') },
    { 'x.test.ts/a': 1, 'y.test.ts/a': 1 },
    "plugins: [cassettes({ server: 'own' })]",
  )
  expect(await runVitest(folder, ONE_WORKER, { CI: 'true' })).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('2 replayed'),
  })
}, 60_000)

test.each(['', ', ...scopedCassettes()'])(
  'starting another server in addition to the plugin’s is an error, with these handlers: %j',
  async (handlers) => {
    const folder = makeVitestProject(
      { 'x.test.ts': ownServerTest(handlers), 'y.test.ts': REPLAY_TEST },
      { 'x.test.ts/a': 1, 'y.test.ts/a': 1 },
    )
    const { exitCode, output } = await runVitest(folder, ONE_WORKER, { CI: 'true' })
    expect(exitCode).toBe(1)
    expect(output).toContain('CassetteSessionError: Another MSW server was started next to msw-cassette')
    expect(output).toContain('1 failed | 1 passed')
  },
  60_000,
)

test('with `server: own`, it is an error if no server has a cassette handler', async () => {
  const folder = makeVitestProject(
    { 'x.test.ts': REPLAY_TEST },
    { 'x.test.ts/a': 1 },
    "plugins: [cassettes({ server: 'own' })]",
  )
  const { exitCode, output } = await runVitest(folder, ONE_WORKER, { CI: 'true' })
  expect(exitCode).toBe(1)
  expect(output).toContain('no MSW server has a cassette handler, and requests would reach the network')
}, 60_000)

test('another server with fromCassette plays each interaction only once', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `import { fromCassette } from 'msw-cassette'
        import { setupServer } from 'msw/node'
        test('in turn', async () => {
          const server = setupServer(...fromCassette('cassettes/two.yaml'))
          server.listen({ onUnhandledFrame: 'bypass' })
          expect([await ask(), await ask()]).toEqual(['first', 'second'])
          server.close()
        })`,
    },
    {},
  )
  const interactions = ['first', 'second', 'third'].map((response) => ({ url: 'https://api.test/hi', response }))
  mkdirSync(join(folder, 'cassettes'))
  writeFileSync(join(folder, 'cassettes/two.yaml'), stringifyCassette(buildCassette(...interactions)))
  expect(await runVitest(folder, ONE_WORKER, { CI: 'true' })).toMatchObject({ exitCode: 0 })
}, 60_000)

test('a test that starts and closes its own server does not affect the tests after it', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `import { setupServer } from 'msw/node'
        test('closes', () => { const server = setupServer(); server.listen({ onUnhandledFrame: 'bypass' }); server.close() })
        ${REPLAY_TEST}`,
    },
    { 'x.test.ts/a': 1 },
  )
  expect(await runVitest(folder, ONE_WORKER, { CI: 'true' })).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('1 replayed'),
  })
}, 60_000)
