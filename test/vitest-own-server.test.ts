import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from './build-cassette.ts'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runNode } from './examples/run-node.ts'

const PLAY = `test('a', { meta: { cassette: true } }, async () => { expect(await ask()).toBe('hi') })\n`
const vitest = ['modules:vitest/vitest.mjs', 'run', '--no-isolate', '--no-file-parallelism']

/** A test file with a server of its own, as users of MSW have one. */
const own = (handlers: string): string => `import { afterAll, beforeAll } from 'vitest'
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

test('with a server of one’s own the plugin starts none, and cassettes answer beside its handlers', async () => {
  const folder = makeVitestProject(
    { 'x.test.ts': own(', ...scopedCassettes()'), 'y.test.ts': own(', ...scopedCassettes()') },
    { 'x.test.ts/a': 1, 'y.test.ts/a': 1 },
    "plugins: [cassettes({ server: 'own' })]",
  )
  const { exitCode, output } = await runNode(folder, vitest, { CI: 'true' })
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 replayed') })
}, 60_000)

test.each(['', ', ...scopedCassettes()'])(
  'a server beside that of the plugin is told of before a request reaches the network: %j',
  async (handlers) => {
    const folder = makeVitestProject(
      { 'x.test.ts': own(handlers), 'y.test.ts': PLAY },
      { 'x.test.ts/a': 1, 'y.test.ts/a': 1 },
    )
    const { exitCode, output } = await runNode(folder, vitest, { CI: 'true' })
    expect(exitCode).toBe(1)
    expect(output).toContain('CassetteSessionError: Another MSW server was started beside the one of msw-cassette')
    expect(output).toContain('1 failed | 1 passed')
  },
  60_000,
)

test('a server of one’s own that answers from no cassette is told of', async () => {
  const folder = makeVitestProject(
    { 'x.test.ts': PLAY },
    { 'x.test.ts/a': 1 },
    "plugins: [cassettes({ server: 'own' })]",
  )
  const { exitCode, output } = await runNode(folder, vitest, { CI: 'true' })
  expect(exitCode).toBe(1)
  expect(output).toContain('no MSW server has a cassette handler, and requests would reach the network')
}, 60_000)

test('a server with fromCassette beside that of the plugin plays each recording once', async () => {
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
  const { exitCode, output } = await runNode(folder, vitest, { CI: 'true' })
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
}, 60_000)

test('a server that was closed in the midst of a file takes nothing with it', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `import { setupServer } from 'msw/node'
        test('closes', () => { const server = setupServer(); server.listen({ onUnhandledFrame: 'bypass' }); server.close() })
        ${PLAY}`,
    },
    { 'x.test.ts/a': 1 },
  )
  const { exitCode, output } = await runNode(folder, vitest, { CI: 'true' })
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 replayed') })
}, 60_000)
