import { readFileSync } from 'node:fs'
import { fromCassette, type Interaction, openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { decompress } from '../../src/body/decompress.ts'
import { corpus, corpusFiles, digest, readableFolders } from '../corpus.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

test.skipIf(corpus === 'absent')(
  'every request of go-vcr-v2 is answered byte for byte, and refused if one value in it is changed',
  { timeout: 120_000 },
  async () => {
    let answered = 0
    let refused = 0
    for (const { name, file, expected } of corpusFiles('go-vcr-v2')) {
      const cassette = parseCassette(readFileSync(file), { path: name })
      server.use(...fromCassette(cassette, { mode: 'replay', repeat: 'none' }))
      for (const [index, interaction] of cassette.interactions.entries()) {
        const response = await sendChanged(interaction, shuffleKeys)
        const { status, responseBody } = expected?.[index] ?? {}
        const bytes = new Uint8Array(await response.arrayBuffer())
        const isHead = interaction.request.method === 'HEAD'
        expect({ name, index, status: response.status, body: digest(bytes) }).toEqual({
          name,
          index,
          status,
          body: isHead ? digest(new Uint8Array()) : responseBody,
        })
        answered++
      }
      server.resetHandlers(...fromCassette(cassette, { mode: 'replay', repeat: 'all' }))
      for (const [index, interaction] of cassette.interactions.entries()) {
        const response = await sendChanged(interaction, changeOneValue)
        expect({ name, index, retry: response.headers.get('x-should-retry') }).toEqual({ name, index, retry: 'false' })
        refused++
      }
      server.resetHandlers()
    }
    expect([answered, refused]).toEqual([521, 521])
  },
)

test.skipIf(corpus === 'absent').each(readableFolders.filter((folder) => folder !== 'go-vcr-v2'))(
  'every request of %s that fetch can send is answered byte for byte',
  async (folder) => {
    const outcomes = { answered: 0, failed: 0, impossible: 0 }
    for (const { name, file } of corpusFiles(folder)) {
      const cassette = parseCassette(readFileSync(file), { path: name })
      const session = openCassette(cassette, { mode: 'replay' })
      server.use(...session.handlers)
      for (const interaction of cassette.interactions) {
        const { request, response } = interaction
        if (!canSend(request)) outcomes.impossible++
        else if (response.status < 200) {
          await expect(sendUnchanged(request)).rejects.toThrow()
          outcomes.failed++
        } else {
          const answer = await sendUnchanged(request)
          const body = isBodyless(request, response.status) ? new Uint8Array() : await decompress(interaction)
          expect({ name, url: request.url, status: answer.status, body: digest(await answer.bytes()) }).toEqual({
            name,
            url: request.url,
            status: response.status,
            body: digest(body),
          })
          outcomes.answered++
        }
      }
      server.resetHandlers()
      await session.close()
    }
    expect(outcomes.answered).toBeGreaterThan(outcomes.impossible)
  },
  60_000,
)

/** False for a placeholder instead of a URL, and for a GET with a body, which fetch refuses to send. */
function canSend({ url, method, body }: Interaction['request']): boolean {
  return URL.canParse(url) && !(/^(?:GET|HEAD)$/.test(method) && body.length > 0)
}

function sendUnchanged({ url, method, headers, body }: Interaction['request']): Promise<Response> {
  return fetch(url, {
    method,
    headers: toHeadersInit(headers),
    redirect: 'manual',
    ...(body.length > 0 ? { body } : {}),
  })
}

function toHeadersInit(headers: Interaction['request']['headers']): [name: string, value: string][] {
  return headers
    .filter(([name]) => /^(?:accept|content-type)$/i.test(name))
    .map(([name, value]): [string, string] => [name, value])
}

function isBodyless({ method }: Interaction['request'], status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 205 || status === 304
}

type Change = (value: unknown) => unknown

async function sendChanged({ request }: Interaction, change: Change): Promise<Response> {
  const text = new TextDecoder().decode(request.body)
  const json = parse(text)
  const headers = toHeadersInit(request.headers)
  if (json !== undefined)
    return fetch(request.url, { method: request.method, headers, body: JSON.stringify(change(json)) })
  const url = change === changeOneValue ? request.url.replace(/([?#]|$)/, '-changed$1') : request.url
  return fetch(url, {
    method: request.method,
    headers,
    redirect: 'manual',
    ...(request.body.length > 0 ? { body: request.body } : {}),
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function shuffleKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffleKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, shuffleKeys(member)] as const)
      .sort(([a], [b]) => hash(a) - hash(b)),
  )
}

function hash(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1009, 7)
}

/** Changes the last value, at any depth. */
function changeOneValue(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.slice(0, -1), changeOneValue(value.at(-1))]
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    const last = entries.at(-1)
    return last ? { ...value, [last[0]]: changeOneValue(last[1]) } : { added: true }
  }
  if (typeof value === 'string') return `${value} changed`
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : 'changed'
}
