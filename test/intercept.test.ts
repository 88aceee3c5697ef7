import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { cassettes } from '../src/vitest/plugin.ts'
import { installExample } from './examples/install-example.ts'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { runNode } from './examples/run-node.ts'
import { runVitest } from './examples/run-vitest.ts'

/** Makes it impossible to load MSW and its interceptors, in the process and in its workers. */
function withoutMsw(folder: string): { NODE_OPTIONS: string } {
  const file = join(folder, 'without-msw.mjs')
  writeFileSync(
    file,
    `import { registerHooks } from 'node:module'
registerHooks({
  resolve(name, context, next) {
    if (/^(?:msw|@mswjs\\/interceptors)(?:\\/|$)/.test(name)) throw new Error('there is no ' + name)
    return next(name, context)
  },
})\n`,
  )
  return { NODE_OPTIONS: `--import ${pathToFileURL(file)}` }
}

const CASSETTE = `---
version: 2
interactions:
  - id: 0
    request: { method: GET, url: "https://api.test/hi", body: "" }
    response: { status: 200 OK, code: 200, body: recorded }
`

test('node:test: with `fetch`, cassettes answer without MSW, and with `auto`, a client that needs it reports that it is missing', async () => {
  const folder = installExample('node-test')
  writeFileSync(
    join(folder, 'x.test.js'),
    `import assert from 'node:assert'
import https from 'node:https'
import { test } from 'node:test'
import { currentSession, withCassette } from 'msw-cassette/node-test'
const cassette = ${JSON.stringify(CASSETTE)}
for (const name of ['a', 'b'])
  test(name, { concurrency: true }, withCassette(cassette, { mode: 'replay' }, async () => {
    assert.equal(await (await fetch('https://api.test/hi')).text(), 'recorded')
    assert.equal(currentSession().played.length, 1)
  }))
test('c', async () => {
  assert.equal((await fetch('https://api.test/hi')).status, 400)
  const use = () => https.get('https://api.test/hi')
  if (process.env.MSW_CASSETTE_INTERCEPT === 'auto') assert.throws(use, /needs MSW.*there is no msw.*npm install --save-dev msw/)
  else await assert.rejects(new Promise((resolve, reject) => use().on('error', reject).on('response', resolve)), /refused a connection/)
})
`,
  )
  const run = (intercept: string) =>
    runNode(folder, ['--test', '--test-reporter=spec', 'x.test.js'], {
      ...withoutMsw(folder),
      MSW_CASSETTE_INTERCEPT: intercept,
    })
  for (const intercept of ['fetch', 'auto'])
    expect(await run(intercept)).toMatchObject({ exitCode: 0, output: expect.stringContaining('pass 3') })
  expect(await run('msw')).toMatchObject({ exitCode: 1, output: expect.stringContaining('needs MSW') })
}, 60_000)

test('Vitest: with `fetch`, the plugin answers without MSW, for concurrent tests and after a module was reset', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `import { vi } from 'vitest'
        ${REPLAY_TEST}
        describe.concurrent('all', () => {
          test.each([1, 2, 3])('%i', { meta: { cassette: 'a' } }, async () => { expect(await ask()).toBe('hi') })
        })
        test('reset', { meta: { cassette: 'a' } }, async () => {
          vi.resetModules()
          expect(await ask()).toBe('hi')
        })
        test('none', async () => { expect(await ask()).toContain('this test has no cassette') })`,
    },
    { 'x.test.ts/a': 1 },
    "plugins: [cassettes({ intercept: 'fetch' })]",
  )
  expect(await runVitest(folder, [], { ...withoutMsw(folder), CI: 'true' })).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('5 calls not made'),
  })
}, 60_000)

test('an unknown value is an option error, and so is a server of your own without MSW', () => {
  expect(() => cassettes({ intercept: 'http' as never })).toThrow("must be one of 'auto', 'fetch', 'msw'")
  expect(() => cassettes({ server: 'own', intercept: 'fetch' })).toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'intercept' }),
  )
})
