import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'
import { prettyJson } from './pretty-json.ts'

test.each([null, 'a "quoted" text', [], {}, [1, [2, []], { a: {} }], { a: { b: [true, null, 'c\n'] }, 'd e': -1.5 }])(
  'writes %j as JSON.stringify does',
  (value) => {
    expect(prettyJson(value)).toBe(JSON.stringify(value, null, 2))
  },
)

test('keeps the digits of numbers that a double would round', () => {
  const json = '{\n  "id": 12345678901234567890,\n  "price": 0.12345678901234567890\n}'
  expect(prettyJson(parseJson(json))).toBe(json.replace('67890\n', '6789\n'))
})

test('leaves out undefined members, and writes undefined items as null', () => {
  expect(prettyJson({ a: undefined, b: [undefined] })).toBe('{\n  "b": [\n    null\n  ]\n}')
})
