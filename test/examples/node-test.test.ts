import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
