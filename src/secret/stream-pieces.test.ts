import { expect, test } from 'vitest'
import { streamPieces } from './stream-pieces.ts'

const joined = (text: string): string[] => streamPieces(text).map((pieces) => pieces.map(({ value }) => value).join(''))

test.each([
  ['events of JSON', 'data: {"a":"one"}\n\ndata: {"a":" two"}\n\n', ['one two']],
  ['lines of JSON', '{"a":"x","b":"one"}\n{"b":" two"}\n', ['one two']],
  ['events of plain text', 'data: one\n\ndata:  two\n\ndata: [DONE]\n\n', ['one two']],
  ['lines with a kind', 'f:{"id":"7"}\n0:"one"\n0:" two"\ng:"other"\n', ['one two']],
  ['a list of Gemini', '[{\n  "candidates": ["one"]\n},\n{\n  "candidates": [" two"]\n}]', ['one two']],
  ['another list', '[{"sha":"one"},\n{"sha":"two"}]', []],
  ['one line', 'data: {"a":"one"}', []],
])('joins the pieces of %s', (_, text, expected) => {
  expect(joined(text)).toEqual(expected)
})

test('a piece has its place in the text', () => {
  const text = 'data: {"a":"one"}\ndata: {"a":"t\\"o"}\n'
  const [pieces = []] = streamPieces(text)
  expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual(['one', 't\\"o'])
})
