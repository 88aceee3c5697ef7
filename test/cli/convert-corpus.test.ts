import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { corpus, corpusFiles, digest } from '../corpus.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

/** The properties that a conversion must not change. */
interface Exchange {
  readonly method: unknown
  readonly url: unknown
  readonly status: unknown
  readonly request: Uint8Array
  readonly response: Uint8Array
}

const files = corpusFiles('go-vcr-v2')

test.skipIf(corpus === 'absent')(
  'a vcrpy reader finds the same exchanges in the converted corpus',
  { timeout: 60_000 },
  async () => {
    await expectSameExchanges('vcrpy', '.yaml', readVcrpy)
  },
)

test.skipIf(corpus === 'absent')(
  'a HAR reader finds the same exchanges in the converted corpus',
  { timeout: 60_000 },
  async () => {
    await expectSameExchanges('har', '.har', readHar)
  },
)

async function expectSameExchanges(
  format: string,
  extension: string,
  read: (text: string) => Exchange[],
): Promise<void> {
  const folder = makeTempFolder()
  const source = dirname(files[0]?.file ?? '')
  const { code, stderr } = await runCli(folder, 'convert', source, '--to', format, '--out', '.')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(readdirSync(folder).length).toBe(files.length)
  for (const { name, file } of files) {
    const text = readFileSync(join(folder, name.replace(/\.ya?ml$/, extension)), 'utf8')
    expect({ name, exchanges: read(text).map(summarize) }).toEqual({
      name,
      exchanges: readCassette(file).map(summarize),
    })
  }
}

function summarize({ request, response, ...exchange }: Exchange): object {
  return { ...exchange, request: digest(request), response: digest(response) }
}

function readCassette(file: string): Exchange[] {
  return parseCassette(readFileSync(file)).interactions.map(({ request, response }) => ({
    method: request.method,
    url: request.url,
    status: response.status,
    request: request.body,
    response: response.body,
  }))
}

interface VcrpyInteraction {
  readonly request: { method: string; uri: string; body: string | Uint8Array | null }
  readonly response: { status: { code: number }; body: { string: string | Uint8Array } }
}

function readVcrpy(text: string): Exchange[] {
  const { interactions } = load(text, { schema: YAML11_SCHEMA }) as { interactions: VcrpyInteraction[] }
  return interactions.map(({ request, response }) => ({
    method: request.method,
    url: request.uri,
    status: response.status.code,
    request: toBytes(request.body ?? ''),
    response: toBytes(response.body.string),
  }))
}

interface HarEntry {
  readonly request: { method: string; url: string; postData?: HarBody }
  readonly response: { status: number; content: HarBody }
}

interface HarBody {
  readonly text?: string
  readonly encoding?: BufferEncoding
}

function readHar(text: string): Exchange[] {
  const { log } = JSON.parse(text) as { log: { entries: HarEntry[] } }
  return log.entries.map(({ request, response }) => ({
    method: request.method,
    url: request.url,
    status: response.status,
    request: toBytes(request.postData?.text ?? '', request.postData?.encoding),
    response: toBytes(response.content.text ?? '', response.content.encoding),
  }))
}

function toBytes(content: string | Uint8Array, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content, encoding)) : new Uint8Array(content)
}
