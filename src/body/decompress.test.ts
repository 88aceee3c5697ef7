import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import type { Interaction } from '../cassette.ts'
import { decompress } from './decompress.ts'

afterEach(() => void vi.restoreAllMocks())

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const encodings = {
  br: ['brotliDecompressSync', (bytes) => brotliCompressSync(bytes, FAST)],
  gzip: ['gunzipSync', (bytes) => gzipSync(bytes, { level: 1 })],
  deflate: ['inflateSync', (bytes) => deflateSync(bytes, { level: 1 })],
} as const satisfies Record<string, [name: string, compress: (bytes: Uint8Array) => Uint8Array]>

const cases = (['br', 'gzip', 'deflate'] as const).flatMap((encoding) =>
  (['a text', 'more than 256 MiB'] as const).map((content) => [encoding, content] as const),
)

test.each(cases)(
  'a body in %s with %s is decompressed once, however often it is replayed',
  async (encoding, content) => {
    const [name, compress] = encodings[encoding]
    const spy = vi.spyOn(process.getBuiltinModule('node:zlib'), name)
    const plain =
      content === 'a text' ? new TextEncoder().encode('Olá'.repeat(1_000)) : new Uint8Array(257 * 1024 * 1024)
    const interaction: Interaction = {
      request: { method: 'GET', url: 'https://api.test/', headers: [], body: new Uint8Array() },
      response: {
        status: 200,
        statusText: '',
        headers: [['Content-Encoding', encoding]],
        body: new Uint8Array(compress(plain)),
      },
    }
    const outcomes: unknown[] = []
    for (let replay = 0; replay < 3; replay++)
      outcomes.push(await decompress(interaction).catch((error: unknown) => error))
    if (content === 'a text') expect(outcomes[0]).toEqual(plain)
    expect(outcomes.map((outcome) => outcome === outcomes[0])).toEqual([true, true, true])
    expect(spy).toHaveBeenCalledTimes(1)
  },
)

test.each(['br', 'deflate'])(
  'binary bytes that begin as a whole stream of %s, but go on after it, are plain',
  async (encoding) => {
    const empty = { br: Uint8Array.of(51), deflate: new Uint8Array(deflateRawSync(new Uint8Array())) }[encoding]
    const body = Uint8Array.of(...(empty ?? []), 201, 149, 172)
    const interaction: Interaction = {
      request: { method: 'GET', url: 'https://api.test/', headers: [], body: new Uint8Array() },
      response: {
        status: 200,
        statusText: '',
        headers: [
          ['Content-Type', 'image/png'],
          ['Content-Encoding', encoding],
        ],
        body,
      },
    }
    expect(await decompress(interaction)).toEqual(body)
  },
)
