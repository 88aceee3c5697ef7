import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { CassetteUsage } from './cassette-usage.ts'
import { readRunMessages } from './run-message.ts'

const usage = { file: 'src/a.yaml' } as Partial<CassetteUsage> as CassetteUsage

test('the messages of workers become the tests of the run and the cassettes that they opened', () => {
  const messages = readRunMessages([
    { usage, testFile: 'src/a.test.ts', outcome: 'passed' },
    { opened: ['src/b.yaml', '/c.yaml'] },
    { usage, testFile: 'src/a.test.ts', outcome: 'failed' },
    { opened: [] },
  ])
  expect(messages).toEqual({
    tests: [
      { testFile: 'src/a.test.ts', cassette: undefined, outcome: 'passed', usages: [usage] },
      // A failed test still needs its cassette.
      { testFile: 'src/a.test.ts', cassette: resolve('src/a.yaml'), outcome: 'failed', usages: [usage] },
    ],
    opened: [resolve('src/b.yaml'), '/c.yaml'],
  })
})
