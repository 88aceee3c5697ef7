import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { answerTexts, occursIn } from './answer-texts.ts'

const textsOf = (type: string, response: string): readonly string[] =>
  answerTexts(buildCassette({ type, response }).interactions[0] as Interaction)

test('joins the pieces of a text by their place in the events', () => {
  const stream = 'data: {"id":"1","delta":{"text":"Olá, "}}\n\ndata: [DONE]\n\ndata: {"delta":{"text":"mundo"}}\n\n'
  expect(textsOf('text/event-stream', stream)).toEqual(['1', 'Olá, mundo'])
  expect(textsOf('application/x-ndjson', '{"m":["a"]}\n{"m":["b","c"]}\n')).toEqual(['ab', 'c'])
})

test('reads the texts of a body, and of one without a content type', () => {
  expect(textsOf('application/json', '{"a":"x","b":[{"c":"y"},1,null,true]}')).toEqual(['x', 'y'])
  expect(textsOf('', '{"a":"x"}')).toEqual(['x'])
  expect(textsOf('text/plain', 'not json')).toEqual([])
  expect(textsOf('application/json', '')).toEqual([])
})

test('finds a text verbatim, or as JSON writes it', () => {
  const texts = ['He said "hi".', '{"arguments":"{\\"city\\":\\"Porto\\"}"}']
  expect(['said "hi"', '{"city":"Porto"}', 'Lisbon'].map((text) => occursIn(texts, text))).toEqual([true, true, false])
})
