import { expect, test } from 'vitest'
import { continues, type SplitRequest, splitRequest } from './split-request.ts'

const split = (body: unknown): SplitRequest => {
  const result = splitRequest(body)
  if (!result) throw new Error('No conversation')
  return result
}

test.each(['messages', 'input', 'contents'])('splits a body with %s', (name) => {
  expect(splitRequest({ [name]: [{ b: 1, a: 2 }], system: 's', model: 'm', tools: [] })).toEqual({
    messages: [{ b: 1, a: 2 }],
    keys: ['{"a":2,"b":1}'],
    instructions: '{"system":"s"}',
    rest: '{"model":"m","tools":[]}',
  })
})

test('a body without a list of messages is no conversation', () => {
  for (const body of [undefined, null, 'text', [], {}, { messages: 'hi' }, { input: { a: 1 } }])
    expect(splitRequest(body)).toBeUndefined()
})

test('a request continues another one if it has the same messages and more, and the same instructions', () => {
  const first = split({ messages: ['a'], system: 's' })
  const others = [['a', 'b'], ['a'], ['b', 'a'], []].map((messages) => split({ messages, system: 's' }))
  expect(others.map((other) => continues(other, first))).toEqual([true, false, false, false])
  expect(continues(split({ messages: ['a', 'b'], system: 't' }), first)).toBe(false)
  expect(continues(first, split({ messages: [], system: 's' }))).toBe(false)
})
