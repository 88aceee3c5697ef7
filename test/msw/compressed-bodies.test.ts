import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { type Cassette, type CassetteParseError, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

const encodings: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  gzip: gzipSync,
  deflate: deflateSync,
  'deflate ': deflateRawSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  'deflate, gzip': (bytes) => gzipSync(deflateSync(bytes)),
  'gzip, br': (bytes) => brotliCompressSync(gzipSync(bytes)),
}

const encode = (text: string) => new TextEncoder().encode(text)
const words = Array.from({ length: 400 }, (_, index) => `${index * 7919} é`).join(' ')
const bodies: Record<string, Uint8Array<ArrayBuffer>[]> = {
  'application/json': [encode(JSON.stringify({ words })), encode('{}'), encode('1'), encode('')],
  'text/event-stream': [encode(`data: ${words}\n\ndata: [DONE]\n\n`)],
  'text/plain; charset=iso-8859-1': [Uint8Array.of(0xe9, 0x20, 0xe8)],
  'application/octet-stream': [crypto.getRandomValues(new Uint8Array(5000))],
  '': [encode('x'), Uint8Array.of(0, 0xff)],
}

/** Written and read again, as a file would be. */
const build = (encoding: string, type: string, body: Uint8Array): Cassette =>
  parseCassette(
    stringifyCassette(
      buildCassette({
        response: new Uint8Array(body),
        headers: [['Content-Encoding', encoding], ...(type ? [['Content-Type', type] as const] : [])],
      }),
    ),
    { path: 'test.yaml' },
  )

async function replay(
  cassette: Cassette,
  via: string,
): Promise<{ status: number; body: Uint8Array; failure: unknown }> {
  await using session = openCassette(cassette, { mode: 'replay' })
  server.use(...session.handlers)
  const { fetch: send } = via === 'fetch' ? globalThis : session
  const response = await send(CHAT)
  const body = new Uint8Array(await response.arrayBuffer())
  server.resetHandlers()
  let failure: unknown
  try {
    session.verify()
  } catch (error) {
    failure = error
  }
  return { status: response.status, body, failure }
}

test.each(Object.keys(encodings))('a body with the encoding %j is replayed decompressed', async (encoding) => {
  for (const [type, contents] of Object.entries(bodies)) {
    for (const content of contents) {
      const cassette = build(encoding, type, encodings[encoding]?.(content) ?? content)
      for (const via of ['fetch', 'session.fetch'])
        expect(await replay(cassette, via)).toEqual({ status: 200, body: content, failure: undefined })
    }
  }
})

test.each(Object.keys(encodings))('a body that its header wrongly calls %j is replayed as it is', async (encoding) => {
  for (const [type, contents] of Object.entries(bodies)) {
    for (const content of contents.filter(({ length }) => length === 0 || length > 2)) {
      const body = (await replay(build(encoding, type, content), 'session.fetch')).body
      expect(body).toEqual(content)
    }
  }
})

test.each(Object.keys(encodings))('a truncated or damaged body with the encoding %j is an error', async (encoding) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => log.mockRestore())
  const whole = encodings[encoding]?.(encode(JSON.stringify({ words }))) ?? new Uint8Array()
  const [first = 0] = whole
  const wrong = [
    ...[4, 20, Math.floor(whole.length / 2), whole.length - 1].map((length) => whole.slice(0, length)),
    ...(encoding === 'br' ? [] : [Uint8Array.of(first, ...whole.slice(1, 40), ...whole.slice(60))]),
  ]
  for (const body of wrong) {
    for (const via of ['fetch', 'session.fetch']) {
      const outcome = await replay(build(encoding, 'application/json', body), via)
      const failure = outcome.failure as CassetteParseError
      expect(outcome.status).toBe(400)
      expect(JSON.parse(new TextDecoder().decode(outcome.body)).message).toContain(failure.message)
      expect(failure).toMatchObject({ name: 'CassetteParseError', file: 'test.yaml', line: 4, column: 1 })
      expect(failure.message).toContain(
        `Failed to replay GET ${CHAT} from test.yaml:4: the compressed body of its response, ${body.length} bytes, can't be decompressed: `,
      )
    }
  }
})

test('a compressed file is replayed as it is, if the client received it so', async () => {
  const file = gzipSync('{"a":1}')
  const of = (type: string | undefined, more: object) => {
    const [interaction] = buildCassette({ response: new Uint8Array(file), ...(type ? { type } : {}) }).interactions
    if (!interaction) throw new Error('no interaction')
    return { interactions: [{ ...interaction, ...more, response: { ...interaction.response, ...more } }] }
  }
  const recordedAt = new Date('2026-11-23T02:11:43.000Z')
  for (const [type, more] of [
    ['application/gzip', {}],
    ['application/octet-stream', {}],
    ['application/json', { uncompressed: true }],
    ['application/json', { recordedAt }],
    [undefined, { recordedAt }],
  ] as const) {
    const cassette = parseCassette(stringifyCassette(of(type, more)), { path: 'test.yaml' })
    expect((await replay(cassette, 'session.fetch')).body).toEqual(new Uint8Array(file))
  }
  const cassette = parseCassette(stringifyCassette(of('application/json', {})), { path: 'test.yaml' })
  expect((await replay(cassette, 'session.fetch')).body).toEqual(encode('{"a":1}'))
})
