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
  ['one event', 'data: {"a":"one"}\n\n', []],
  ['a list of Gemini with other members first', '[{"usageMetadata":"a"},{"usageMetadata":"b"}]', ['ab']],
  ['a list behind blanks', ' [ { "promptFeedback":"a"} ,\n{ "promptFeedback":"b"}]', ['ab']],
  ['a list behind text', 'x [{"candidates":"a"},{"candidates":"b"}]', []],
  ['events with carriage returns and blanks', 'data: {"a":"one"} \r\n\r\ndata:\t{"a":" two"}\r\n', ['one two']],
  ['strings as data', 'data: "one"\n\ndata: " two"\n\n', ['one two']],
  [
    'other paths of the same lines',
    '{"a":{"b":"1","c":["2","3"]},"d":"4"}\n{"a":{"b":"5","c":["6","7"]}}\n',
    ['15', '26', '37'],
  ],
  ['the same path in lines of different kinds', '0:"one"\n1:"other"\ndata: "third"\n', []],
  ['plain text beside JSON', 'data: one\n\ndata: {"a":"x"}\n\ndata: two\n\n', ['onetwo']],
  ['lines with text around JSON', 'x {"a":"one"}\n{"a":"two"} x\n', []],
  ['a line of text', '{"a":"one"}\nevent: data\n{"a":" two"}\n', ['one two']],
])('joins the pieces of %s', (_, text, expected) => {
  expect(joined(text)).toEqual(expected)
})

test('a piece has its place in the text', () => {
  const text = 'data: {"a":"one"}\ndata: {"a":"t\\"o"}\n'
  const [pieces = []] = streamPieces(text)
  expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual(['one', 't\\"o'])
})

test('a plain piece and a piece of a list have their places in the text', () => {
  const places = (text: string): string[][] =>
    streamPieces(text).map((pieces) => pieces.map(({ start, end, format }) => `${format} ${text.slice(start, end)}`))
  expect(places('data: one\r\n\r\ndata:two\r\n\r\n')).toEqual([['plain one', 'plain two']])
  expect(places('[{"candidates":"one"},{"candidates":"two"}]')).toEqual([['JSON one', 'JSON two']])
  expect(places('0:"0:1"\n0:"0:2"\n')).toEqual([['JSON 0:1', 'JSON 0:2']])
})

test('strings below 30 objects have the path of the thirtieth', () => {
  const deep = (depth: number, text: string): string =>
    `${'{"a":'.repeat(depth)}{"${text}":"${text}"}${'}'.repeat(depth)}`
  expect(joined(`${deep(30, 'one')}\n${deep(30, 'two')}\n`)).toEqual(['onetwo'])
  expect(joined(`${deep(29, 'one')}\n${deep(29, 'two')}\n`)).toEqual([])
})
