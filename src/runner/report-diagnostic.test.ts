import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import { hasDiagnostic, reportDiagnostic } from './report-diagnostic.ts'

async function report(outcome: 'passed' | 'failed', context: object): Promise<void> {
  const source = buildCassette({ url: 'https://a.test/0' }, { url: 'https://a.test/1' })
  const session = createSession({ source, options: { mode: 'replay' }, saving: 'immediate' })
  await session.fetch('https://a.test/0')
  reportDiagnostic([context], session, outcome)
  await session.close()
}

test('node:test gets a line about the cassette of a test', async () => {
  const lines: string[] = []
  const context = { fullName: 'a', diagnostic: (line: string) => lines.push(line) }
  await report('passed', context)
  expect(lines).toEqual(['cassette test.yaml: 1 of 2 played'])
})

test('the context of another runner gets none', async () => {
  const lines: string[] = []
  await report('passed', { name: 'a', diagnostic: (line: string) => lines.push(line) })
  expect(lines).toEqual([])
  expect([undefined, null, 'text', { fullName: 'a' }].map(hasDiagnostic)).toEqual([false, false, false, false])
})
