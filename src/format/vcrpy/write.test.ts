import fc from 'fast-check'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { expect, test } from 'vitest'
import { arbitraryInteraction, plain } from '../../../test/arbitrary-interaction.ts'
import type { HeaderPair, Interaction } from '../../cassette.ts'
import { stringifyCassette } from '../stringify-cassette.ts'
import { toWireHeaders } from '../wire-headers.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const example: Interaction = {
  recordedAt: new Date('2026-11-23T02:11:43.000Z'),
  request: {
    method: 'POST',
    url: 'https://api.test/v1/chat?alt=sse&n=1',
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', 'text/event-stream'],
    ],
    body: encode('{"model":"it\'s"}'),
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [
      ['Content-Type', 'text/event-stream'],
      ['Content-Encoding', 'gzip'],
      ['Content-Length', '99'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ],
    body: encode('data: Olá\n\ndata: [DONE]\n\n'),
    duration: 816.057254,
    chunks: [{ size: 26, time: 0.5 }],
  },
}

const logo: Interaction = {
  request: { method: 'GET', url: '<API_BASE>/logo', headers: [], body: encode('') },
  response: { status: 206, statusText: '', headers: [], body: new Uint8Array([0x89, 0x50, 0xff]) },
}

test('writes the layout of vcrpy, with headers that fit the body', () => {
  expect(stringifyCassette({ interactions: [example, logo] }, { format: 'vcrpy' })).toMatchInlineSnapshot(`
    "interactions:
    - request:
        body: '{"model":"it''s"}'
        headers:
          Accept:
          - text/event-stream
          Content-Type:
          - application/json
        method: POST
        uri: https://api.test/v1/chat?alt=sse&n=1
      response:
        body:
          string: |+
            data: Olá

            data: [DONE]

        headers:
          Content-Type:
          - text/event-stream
          Set-Cookie:
          - a=1
          - b=2
        status:
          code: 200
          message: OK
    - request:
        body: null
        headers: {}
        method: GET
        uri: '<API_BASE>/logo'
      response:
        body:
          string: !!binary |
            iVD/
        headers: {}
        status:
          code: 206
          message: ''
    version: 1
    "
  `)
})

test('writes an empty cassette', () => {
  expect(stringifyCassette({ interactions: [] }, { format: 'vcrpy' })).toBe('interactions: []\nversion: 1\n')
})

test('a YAML 1.1 reader, as in Python, reads the values that vcrpy expects', () => {
  fc.assert(
    fc.property(fc.array(arbitraryInteraction, { maxLength: 3 }), (interactions) => {
      const yaml = stringifyCassette({ interactions }, { format: 'vcrpy' })
      expect(plain(load(yaml, { schema: YAML11_SCHEMA }))).toEqual(
        plain({ interactions: interactions.map(toVcrpy), version: 1 }),
      )
    }),
    { numRuns: 500 },
  )
})

function toVcrpy(interaction: Interaction): object {
  const { request, response } = interaction
  return {
    request: {
      body: request.body.length > 0 ? textOrBytes(request.body) : null,
      headers: toLists(request.headers),
      method: request.method,
      uri: request.url,
    },
    response: {
      body: { string: textOrBytes(response.body) },
      headers: toLists(toWireHeaders(interaction)),
      status: { code: response.status, message: response.statusText },
    },
  }
}

function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  const text = Buffer.from(bytes).toString()
  return Buffer.from(text).equals(bytes) ? text : bytes
}

function toLists(headers: readonly HeaderPair[]): Record<string, string[]> {
  const names = [...new Set(headers.map(([name]) => name))]
  return Object.fromEntries(
    names.map((wanted) => [wanted, headers.filter(([name]) => name === wanted).map(([, value]) => value)]),
  )
}

test.each([
  ['gzip bytes under gzip', 'GET', 'gzip', [0x1f, 0x8b, 8], 3, ['content-encoding', 'content-length']],
  ['plain bytes under gzip', 'GET', 'gzip', [0xff, 0xfe], 2, ['content-length']],
  ['bytes under br', 'GET', 'br', [0xff, 0xfe], 9, ['content-encoding']],
  ['text under br', 'GET', 'br', [0x61], 1, ['content-length']],
  ['anything under identity', 'GET', 'identity', [0xff], 1, ['content-length']],
  ['the length of a body that HEAD does not send', 'HEAD', 'gzip', [], 120, ['content-length']],
])('keeps only correct headers: %s', (_title, method, encoding, bytes, length, kept) => {
  const headers: HeaderPair[] = [
    ['content-encoding', encoding],
    ['content-length', String(length)],
  ]
  const { request, response } = logo
  const interaction = {
    request: { ...request, method },
    response: { ...response, headers, body: new Uint8Array(bytes) },
  }
  expect(toWireHeaders(interaction).map(([name]) => name)).toEqual(kept)
})
