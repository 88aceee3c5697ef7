import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

test('node:test: each test has its own cassette, even if tests are concurrent, and the played interactions are reported', async () => {
  const { exitCode, output } = await runNode(installExample('node-test'), ['--test', '--test-reporter=spec'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringMatching(/pass 3\n.*fail 0\n/s) })
  expect(output).toContain('says-how-warm-it-is.yaml: 1 of 1 played')
}, 60_000)

test('node:test: in CI, a missing cassette fails the test', async () => {
  const folder = installExample('node-test')
  rmSync(join(folder, '__cassettes__/weather.test/says-how-warm-it-is.yaml'))
  const { exitCode, output } = await runNode(folder, ['--test', '--test-reporter=spec'], { CI: 'true' })
  expect(exitCode).toBe(1)
  expect(output).toMatch(
    /Failed to open the cassette .*says-how-warm-it-is\.yaml: there is no such file \(mode: replay/,
  )
}, 60_000)

test('node:test: unplayed interactions of a shared cassette are judged over all tests of a file', async () => {
  const folder = installExample('node-test')
  const paths = ['/a', '/b']
  mkdirSync(join(folder, 'shared'))
  writeFileSync(
    join(folder, 'shared/cassette.yaml'),
    stringifyCassette(buildCassette(...paths.map((path) => ({ url: `https://api.test${path}`, response: path })))),
  )
  const write = (...requested: string[]): void =>
    writeFileSync(
      join(folder, 'shared/shared.test.js'),
      `import { test } from 'node:test'
import { withCassette } from 'msw-cassette/node-test'
for (const path of ${JSON.stringify(requested)})
  test(path, withCassette('shared/cassette.yaml', async () => { await fetch('https://api.test' + path) }))
`,
    )
  const args = ['--test', '--test-reporter=spec', 'shared/shared.test.js']
  write(...paths)
  expect(await runNode(folder, args)).toMatchObject({ exitCode: 0 })
  write('/a')
  const { exitCode, output } = await runNode(folder, args)
  expect(exitCode).toBe(1)
  expect(output).toMatch(
    /1 of 2 interactions of shared\/cassette\.yaml were never requested by the tests of this process:\n {2}#1 on line \d+/,
  )
}, 60_000)
