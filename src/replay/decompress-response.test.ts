import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { HeaderPair, Interaction } from '../cassette.ts'
import { CassetteParseError } from '../errors/errors.ts'
import { decompressResponse } from './decompress-response.ts'

const TEXT = '{"text":"hello"}'

const respond = (body: Uint8Array, encoding?: string, more: Partial<Interaction> = {}): Interaction => {
  const headers: HeaderPair[] = [['Content-Type', 'application/json']]
  if (encoding) headers.push(['Content-Encoding', encoding])
  return {
    request: { method: 'GET', url: 'https://api.test/v1?api_key=hunter2', headers: [], body: new Uint8Array() },
    response: { status: 200, statusText: 'OK', headers, body: new Uint8Array(body) },
    ...more,
  }
}

test.each<[string, Interaction]>([
  ['gzip', respond(gzipSync(TEXT), 'gzip')],
  ['brotli', respond(brotliCompressSync(TEXT), 'br')],
  ['gzip without a header', respond(gzipSync(TEXT))],
  ['plain, although its header says gzip', respond(Buffer.from(TEXT), 'gzip')],
])('a body is decompressed: %s', async (_title, interaction) => {
  expect(new TextDecoder().decode(await decompressResponse(interaction, 'a.yaml'))).toBe(TEXT)
})

const truncated = gzipSync(TEXT).subarray(0, -9)

test.each<[string, Partial<Interaction>, { place: string; line: number }]>([
  ['with a line', { line: 7 }, { place: 'a.yaml:7', line: 7 }],
  ['without a line', {}, { place: 'a.yaml', line: 1 }],
])('a truncated body is an error that names its place, its size and the cause: %s', async (_title, more, expected) => {
  const interaction = respond(truncated, 'gzip', more)
  const error: unknown = await decompressResponse(interaction, 'a.yaml').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(CassetteParseError)
  expect({ ...(error as CassetteParseError), message: (error as Error).message }).toEqual({
    name: 'CassetteParseError',
    code: 'cassette_invalid',
    file: 'a.yaml',
    line: expected.line,
    column: 1,
    message:
      `Failed to replay GET https://api.test/v1?api_key=[secret] from ${expected.place}: the compressed body of its response, ` +
      `${truncated.length} bytes, can't be decompressed: unexpected end of file. It is truncated or damaged: restore the file, or record again.`,
  })
  expect((error as Error).cause).toMatchObject({ code: 'Z_BUF_ERROR' })
})
