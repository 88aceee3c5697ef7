import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Interaction, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from './build-cassette.ts'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

test('the option clock sets Date for each test alone, and the time is real again after a test that failed or timed out', async () => {
  const folder = makeVitestProject({
    'x.test.ts': `
      const RealDate = Date
      const year = () => new Date().getFullYear()
      const meta = { cassette: { clock: true } }
      describe.concurrent('together', () => {
        test('a', { meta }, async () => { expect([await ask(), year()]).toEqual(['hi', 2024]) })
        test('b', { meta }, async () => { expect([await ask(), year()]).toEqual(['hi', 2025]) })
        test('c', { meta: { cassette: true } }, async () => { expect([await ask(), year() > 2025]).toEqual(['hi', true]) })
      })
      test.fails('failing', { meta }, async () => { expect([await ask(), year()]).toEqual(['hi', 1999]) })
      test.fails('slow', { meta, timeout: 100 }, async () => { await ask(); await new Promise(() => {}) })
      test('later', () => { expect(Date).toBe(RealDate) })`,
  })
  const cassettes = join(folder, 'src/__cassettes__/x.test.ts')
  mkdirSync(cassettes, { recursive: true })
  const [interaction] = buildCassette({ url: 'https://api.test/hi', response: 'hi' }).interactions
  const names = { 'together-a': 2024, 'together-b': 2025, 'together-c': 2024, failing: 2024, slow: 2024 }
  for (const [name, year] of Object.entries(names)) {
    const interactions = [{ ...interaction, recordedAt: new Date(Date.UTC(year, 5, 15)) }] as Interaction[]
    writeFileSync(join(cassettes, `${name}.yaml`), stringifyCassette({ interactions }))
  }
  const { exitCode, output } = await runVitest(folder)
  expect({ exitCode, output }).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('4 passed | 2 expected fail'),
  })
}, 60_000)
