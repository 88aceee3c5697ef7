import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { type ChangedRequest, explainChanges } from './explain-changes.ts'

const ANSWER = (content: string): string =>
  JSON.stringify({
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  })

function ask(messages: readonly (readonly [role: string, content: string])[], answer = 'ok'): Exchange {
  const request = { model: 'm', messages: messages.map(([role, content]) => ({ role, content })) }
  return {
    method: 'POST',
    url: 'https://api.test/v1/chat/completions',
    request: JSON.stringify(request),
    response: ANSWER(answer),
    type: 'application/json',
  }
}

/** Compares the last requests of two runs. */
function explain(first: readonly Exchange[], second: readonly Exchange[]): ChangedRequest | undefined {
  const [a, b] = [first, second].map((exchanges) => {
    const { interactions } = buildCassette(...exchanges)
    return { interactions, interaction: interactions.at(-1) as Interaction }
  })
  return a && b && explainChanges(a, b)
}

test('equal requests have no changes, whatever the answers are', () => {
  expect(explain([ask([['user', 'hi']], 'a')], [ask([['user', 'hi']], 'b')])).toBeUndefined()
})

test.each([
  ['3f2a6c1e-0c53-4e5b-8b3c-1c2d3e4f5a6b', '91d0b7aa-0c53-4e5b-8b3c-1c2d3e4f5a6b', 'a UUID', 'uuid'],
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:06Z', 'a date', 'iso-date'],
])('names the mask for %s', (first, second, reason, mask) => {
  expect(explain([ask([['user', `at ${first}`]])], [ask([['user', `at ${second}`]])])).toEqual({
    changes: [{ path: '$.messages[0].content', first: `at ${first}`, second: `at ${second}`, reason }],
    option: `{ match: { mask: ['${mask}'] } }`,
  })
})

test('shows all digits of numbers', () => {
  const send = (seed: string): Exchange => ({ ...ask([]), request: `{"seed":${seed},"list":[${seed}]}` })
  expect(explain([send('90071992547409931')], [send('90071992547409932')])?.changes).toMatchObject([
    { path: '$.seed', first: '90071992547409931', second: '90071992547409932' },
    { path: '$.list[0]', first: '90071992547409931', second: '90071992547409932' },
  ])
})

test('recognizes an answer of the model that is sent back', () => {
  const run = (answer: string): Exchange[] => [
    ask([['user', 'hi']], answer),
    ask([
      ['user', 'hi'],
      ['assistant', answer],
    ]),
  ]
  expect(explain(run('Lisbon is lovely'), run('In May, Lisbon is warm'))).toEqual({
    changes: [
      {
        path: '$.messages[1].content',
        first: 'Lisbon is lovely',
        second: 'In May, Lisbon is warm',
        reason: 'an answer of the model, which is sent back',
      },
    ],
    option: "{ match: { ignoreBody: ['$.messages[*].content'] } }",
  })
})

test('a text without a known reason has no option, and is shortened', () => {
  const [first, second] = ['red '.repeat(50), 'blue '.repeat(50)]
  expect(explain([ask([['user', first]])], [ask([['user', second]])])).toEqual({
    changes: [
      {
        path: '$.messages[0].content',
        first: `${first.slice(0, 60)}…`,
        second: `${second.slice(0, 60)}…`,
        reason: undefined,
      },
    ],
    option: undefined,
  })
})

test('a credential is masked', () => {
  const key = (digit: string): string => `sk-ant-api03-${`Ab${digit}`.repeat(31)}`
  const text = JSON.stringify(explain([ask([['user', key('1')]])], [ask([['user', key('2')]])]))
  expect(text).not.toContain('Ab1Ab1')
  expect(text).not.toContain('Ab2Ab2')
})
