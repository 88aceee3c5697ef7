import { expect, test } from 'vitest'
import { readAsk } from './ask.ts'

const head = { method: 'POST', path: '/v1/messages', headers: {}, origin: 'http://127.0.0.1:1' }
const read = (text: string) => readAsk(head, text, 'id')

test('a request has the parsed body, or an empty one if it is not a JSON object', () => {
  expect(read('{"stream":true}')).toEqual({
    ...head,
    text: '{"stream":true}',
    body: { stream: true },
    id: 'id',
    turn: 'text',
    words: ['It ', 'is ', '21 ', '°C ', 'in ', 'Lisbon', '.'],
  })
  expect([read('').body, read('--boundary').body, read('null').body]).toEqual([{}, {}, {}])
})

test('the prompt decides about the words: seven, sixty or an object', () => {
  expect(['Say hi', 'SLOW left', 'OBJECT Say hi'].map((prompt) => read(prompt).words.length)).toEqual([7, 60, 4])
  expect(JSON.parse(read('OBJECT').words.join(''))).toEqual({ city: 'Lisbon' })
})

test.each([
  '{"role": "tool"}',
  '{"type":"tool_result"}',
  '{"toolResult":{}}',
  '{"functionResponse":{}}',
  '{"type":"function_call_output"}',
  '{"type":"tool-result"}',
])('the model calls its tool until the messages contain its result: %s', (result) => {
  expect(read('TOOL weather?').turn).toBe('tool call')
  expect(read(`TOOL weather? ${result}`).turn).toBe('text')
  expect(read(result).turn).toBe('text')
})
