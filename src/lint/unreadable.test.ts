import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { signInteraction } from '../provenance/provenance.ts'
import { toReadProblem, unreadable, wrongChunks } from './unreadable.ts'

function problemOf(text: string) {
  try {
    parseCassette(text, { path: 'a.yaml' })
    throw new Error('It can be read.')
  } catch (error) {
    const { rule, problem } = toReadProblem(error, text)
    return { rule: rule.name, ...problem }
  }
}

test('a fault has its position, and its message neither the file nor the excerpt', () => {
  expect(problemOf('version: 2\ninteractions:\n- request: 1\n')).toEqual({
    rule: unreadable.name,
    message: 'interactions[0].request must be a map, and is 1',
    place: { kind: 'position', line: 3, column: 12 },
  })
})

test('an error without a position is at the beginning of the file', () => {
  expect(toReadProblem(new Error('permission denied'), undefined)).toEqual({
    rule: unreadable,
    problem: { message: 'permission denied', place: { kind: 'file' } },
  })
})

const wrong = (sign: typeof signInteraction): string => {
  const cassette = buildCassette({ response: 'plain', chunks: [{ size: 5, time: 1 }] })
  return stringifyCassette({ interactions: cassette.interactions.map(sign) }).replace('5@1', '4@1')
}

test('wrong chunks can be removed with certainty if the digest shows that the body is as recorded', () => {
  expect(problemOf(wrong(signInteraction))).toEqual({
    rule: wrongChunks.name,
    message: expect.stringMatching(/^interactions\[0\]\.response\.chunks add up to 4 bytes, and the body has 5: /),
    place: { kind: 'position', line: expect.any(Number), column: expect.any(Number) },
    fix: ['interactions', 0, 'response', 'chunks'],
  })
})

test('without a digest, or with an edited body, the fix is not certain', () => {
  expect(problemOf(wrong((interaction) => interaction))).not.toHaveProperty('fix')
  expect(problemOf(wrong(signInteraction).replace('body: plain', 'body: plane'))).not.toHaveProperty('fix')
})
