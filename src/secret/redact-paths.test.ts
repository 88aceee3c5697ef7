import { expect, test } from 'vitest'
import { type JsonPath, parseJsonPath } from '../json/json-path.ts'
import { redactPaths } from './redact-paths.ts'

function redact(text: string, ...paths: string[]): { text: string; found: string[] } {
  const found: string[] = []
  const parsed = paths.map((path) => parseJsonPath(path)).filter((path): path is JsonPath => path !== undefined)
  return { text: redactPaths(text, parsed, { add: (value) => found.push(value) }), found }
}

test('strings and numbers at a path are replaced, and nothing else', () => {
  const text = '{"user":{"name":"Ana","age":41,"admin":true,"team":null,"note":""},"model":"m"}'
  expect(redact(text, '$.user')).toEqual({
    text: '{"user":{"name":"REDACTED","age":"REDACTED","admin":true,"team":null,"note":""},"model":"m"}',
    found: ['Ana', '41'],
  })
})

test.each(['12345678901234567890', '0.12345678901234567891', '1e+400', '-0.5'])(
  'the number %s is replaced',
  (number) => {
    expect(redact(`{"id":${number},"b":1}`, '$.id')).toEqual({ text: '{"id":"REDACTED","b":1}', found: [number] })
    expect(redact(`{"list":[{"id":${number}}]}`, '$.list')).toEqual({
      text: '{"list":[{"id":"REDACTED"}]}',
      found: [number],
    })
  },
)

test('each document of JSON lines and of events is redacted, and other lines stay', () => {
  const text = '{"a":"1"}\r\nplain\n  {"a":"2"}  \n[{"a":"3"}]\n{"b":"4"}\n'
  expect(redact(text, '$..a').text).toBe(
    '{"a":"REDACTED"}\r\nplain\n  {"a":"REDACTED"}  \n[{"a":"REDACTED"}]\n{"b":"4"}\n',
  )
  const events = 'event: x\ndata: {"a":"1"}\n\ndata:{"a":"2"}\n\ndata: [DONE]\n\n'
  expect(redact(events, '$.a').text).toBe(
    'event: x\ndata: {"a":"REDACTED"}\n\ndata:{"a":"REDACTED"}\n\ndata: [DONE]\n\n',
  )
})

test('a text that does not change keeps its white space', () => {
  const text = '{ "a" : 1 }'
  expect([redact(text), redact(text, '$.b'), redact('{ "a": "REDACTED" }', '$.a')]).toEqual([
    { text, found: [] },
    { text, found: [] },
    { text: '{ "a": "REDACTED" }', found: [] },
  ])
})

test('a member with the name of an inherited one is redacted', () => {
  expect(redact('{"__proto__":"x","constructor":"y"}', '$.__proto__', '$.constructor')).toEqual({
    text: '{"__proto__":"REDACTED","constructor":"REDACTED"}',
    found: ['x', 'y'],
  })
})
