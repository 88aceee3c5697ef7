import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

test('errors show the line of the test, never one of this library, and relative paths', {
  timeout: 60_000,
}, async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `import { openCassette, withCassette } from 'msw-cassette'
        test('missing', () => { openCassette('none.yaml', { mode: 'replay' }) })
        test('option', () => { openCassette('none.yaml', { mod: 'replay' }) })
        test('meta', { meta: { cassette: true } }, () => {})
        test('a', { meta: { cassette: true } }, async () => { await ask('/a'); await ask('/b') })
        test('b', { meta: { cassette: true } }, async () => { await ask('/a') })
        const sdk = async () => { throw new Error('400 ' + (await (await fetch('https://api.test/sdk')).json()).message) }
        const raw = async () => { throw new Error(await ask('/raw')) }
        test('sdk', { meta: { cassette: 'a' } }, sdk)
        test('wrapped', withCassette('a', sdk))
        test('raw', withCassette('a', raw))
        test('swallowed', withCassette('a', async () => { await ask('/swallowed'); await ask('/also'); throw new Error('other') }))
        test('unplayed', withCassette(async () => {}))
        test('verify', async () => {
          const session = openCassette('src/__cassettes__/x.test.ts/a.yaml')
          await session.fetch('https://api.test/hello')
          session.verify()
        })`,
    },
    { 'x.test.ts/a': 1, 'x.test.ts/b': 1, 'x.test.ts/unplayed': 1 },
  )
  const { output } = await runVitest(folder, [], { CI: 'true' })
  expect(output).toContain('11 failed')
  // The first line of each stack. Below it, the code of this library can call a function of the test.
  const sections = output.split(/⎯\[\d+\/\d+\]⎯/)
  const first = sections
    .flatMap((section) => /^ ❯ (?:\S+ )?(\S+):\d+:\d+$/m.exec(section)?.[1] ?? [])
    .filter((file) => file !== 'src/x.test.ts')
  expect(first).toEqual([])
  expect(output).toMatch(/❯ src\/x\.test\.ts:4:33/)
  // Found before the test began.
  expect(output).toMatch(/❯ src\/x\.test\.ts:6:14/)
  expect(output).toMatch(/❯ src\/x\.test\.ts:5:32/)
  expect(output).toContain('cassette  src/__cassettes__/x.test.ts/a.yaml')
  const counts = ['/a', '/b', '/hello', '/sdk', '/raw', '/swallowed'].map((path) => [
    path,
    output.split(`matches GET https://api.test${path}`).length - 1,
  ])
  // Two tests request /a and /sdk. The body that the test of /raw throws contains its message twice.
  expect(Object.fromEntries(counts)).toEqual({ '/a': 2, '/b': 1, '/hello': 1, '/sdk': 2, '/raw': 2, '/swallowed': 1 })
})
