import { expect, test } from 'vitest'
import type { Interaction } from '../../cassette.ts'
import { parseCassette } from '../parse-cassette.ts'
import { editGoVcr2 } from './edit.ts'

const FILE = `---
# recorded by hand
version: 2
interactions:
    - id: 0
      request:
        content_length: 9
        form:
            key:
                - secret
        headers:
            Authorization:
                - Bearer secret
            X-Other:
                - one
                - two
        body: key=secret
        request_uri: /v1?key=secret
        url: https://api.test/v1?key=secret
        method: POST
        mine: kept
      response:
        content_length: 2
        headers: {}
        body: hi
        status: 200 OK
        code: 200
        duration: 5ms
`

const [before] = parseCassette(FILE).interactions as [Interaction]

function edit(after: Interaction): string | undefined {
  return editGoVcr2(FILE, {
    before: [before],
    after: [after],
    changeText: (text) => text.replace('secret', 'X'),
  })
}

test('an unchanged interaction keeps its bytes', () => {
  expect(edit(before)).toBe(FILE)
})

test('a changed one keeps everything but the changed values: comments, unknown keys, the layout', () => {
  const body = new TextEncoder().encode('key=X')
  const headers = before.request.headers.map(
    ([name, value]) => [name, value === 'Bearer secret' ? 'X' : value.replace('two', '2')] as const,
  )
  const request = { ...before.request, url: 'https://api.test/v1?key=X', headers, body }
  expect(edit({ ...before, request })).toBe(
    FILE.replace('- Bearer secret', '- X')
      .replace('- two', "- '2'")
      .replace('body: key=secret', 'body: key=X')
      .replaceAll('?key=secret', '?key=X')
      .replace('- secret', '- X'),
  )
})

test('the length of a body is corrected if it was correct', () => {
  const response = { ...before.response, body: new TextEncoder().encode('hello') }
  expect(edit({ ...before, response })).toBe(
    FILE.replace('content_length: 2\n', 'content_length: 5\n')
      .replace('body: hi', 'body: hello')
      .replace('/v1?key=secret\n        url', '/v1?key=X\n        url'),
  )
})

test('a removed header is removed with its values, and the last one leaves an empty map', () => {
  const request = { ...before.request, headers: before.request.headers.filter(([name]) => name !== 'X-Other') }
  const edited = edit({ ...before, request })
  expect(edited).not.toContain('X-Other')
  expect(parseCassette(edited ?? '').interactions[0]?.request.headers).toEqual(request.headers)
})

test('a value in flow style is edited, and keeps its style', () => {
  const text = FILE.replace('headers: {}', 'headers: {A: [b]}')
  const [flow] = parseCassette(text).interactions as [Interaction]
  const response = { ...flow.response, headers: [['A', 'c']] as const }
  expect(editGoVcr2(text, { before: [flow], after: [{ ...flow, response }], changeText: (same) => same })).toBe(
    text.replace('[b]', "['c']"),
  )
})
