import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CodeLine, toJsonLines } from './json-lines.ts'

const print = (lines: CodeLine[] | undefined) =>
  lines?.map(({ depth, tokens }) => `${'  '.repeat(depth)}${tokens.map(({ text }) => text).join('')}`.trimEnd())

test('indents JSON, and keeps short and numeric parts in a line', () => {
  const json = '{"a":[],"b":{},"vector":[-1, 2.5e-3,0],"list":["x",{"id":12345678901234567890}]}'
  expect(print(toJsonLines(json))).toEqual([
    '{',
    '  "a": [],',
    '  "b": {},',
    '  "vector": [-1, 2.5e-3, 0],',
    '  "list": [',
    '    "x",',
    '    {"id": 12345678901234567890}',
    '  ]',
    '}',
  ])
})

test('a line that opens something knows the line that closes it', () => {
  expect(toJsonLines('{"a":{"b":[true]}}')?.map(({ end }) => end)).toEqual([4, 3, undefined, undefined, undefined])
})

test.each(['', 'text', '"a"', '{"a":', '{} {}'])('%j is not JSON to show in lines', (text) => {
  expect(toJsonLines(text)).toBeUndefined()
})

test('no value changes, whatever the JSON is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
      expect(JSON.parse(print(toJsonLines(JSON.stringify(value)))?.join('') ?? '')).toEqual(
        JSON.parse(JSON.stringify(value)),
      )
    }),
  )
})
