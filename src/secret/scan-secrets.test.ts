import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { corpus, corpusFiles, readableFolders } from '../../test/corpus.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { createRedactor } from './redactor.ts'
import { scanSecrets } from './scan-secrets.ts'

afterEach(() => vi.unstubAllEnvs())

/** Not a real key. It is assembled here, so that secret scanners do not report this file. */
const KEY = ['sk', 'ant', 'api03', 'Zq8vT2mNf4LwXk7RbJ3hYc6D'].join('-')

const scan = (response: string): string[] =>
  scanSecrets(buildCassette({ response }).interactions).map(({ kind }) => kind)

const pieces = (KEY.match(/.{1,5}/g) ?? []).map(
  (content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}`,
)

test.each([
  ['in plain text', `it is ${KEY}.`, ''],
  ['after a line break in JSON', JSON.stringify({ text: `Here it is:\n${KEY}` }), ''],
  ['in JSON in JSON', JSON.stringify({ arguments: JSON.stringify({ text: `\t${KEY}` }) }), ''],
  ['in JSON escapes', JSON.stringify({ text: KEY }).replaceAll('-', '\\u002d'), ''],
  ['after percent-encoded text', `Authorization%3A%20${KEY}`, ''],
  ['in the pieces of a stream', pieces.join('\n\n'), ', in pieces'],
  ['in base64', btoa(`me:${KEY}`), ', in base64'],
  ['in compressed base64', gzipSync(`it is ${KEY}`).toString('base64'), ', in compressed base64'],
  ['in base64 on several lines', btoa(`who are you? ${KEY}`).replace(/.{20}/g, '$&\r\n'), ', in base64'],
  ['in base64 that follows other letters', `/path/${btoa(`who are you? ${KEY}`)}`, ', in base64'],
])('finds a key %s', (_title, text, how) => {
  expect(scan(text)).toEqual([`an Anthropic key${how}`])
})

test.each(['MY_SERVICE_TOKEN', 'PGPASSWORD'])('finds the value of %s in every encoding', (name) => {
  const value = 'correct"horse/battery&staple'
  vi.stubEnv(name, value)
  for (const text of [value, JSON.stringify({ text: value }), encodeURIComponent(value), btoa(`:${value}`)]) {
    expect(scan(text).map((kind) => kind.replace(/,.*/, ''))).toEqual([`the value of ${name}`])
  }
  const [interaction] = buildCassette({}).interactions
  if (!interaction) throw new Error('the cassette has no interaction')
  const headers = [['Content-Encoding', 'gzip']] as const
  const sent = { ...interaction, request: { ...interaction.request, headers, body: new Uint8Array(gzipSync(value)) } }
  expect(scanSecrets([sent])).toEqual([{ place: '#0 request.body', kind: `the value of ${name}` }])
})

test.each([
  'class="sk-circle-fade-dot-animation"',
  'sk-your-key-goes-here-please',
  'Basic internationalization is simple',
  'curl -H "Authorization: Bearer YOUR_ANTHROPIC_API_KEY"',
  'chatcmpl-C8vT2mNf4LwXk7RbJ3hYc6DZq8vT2 resp_0a1b2c3d4e5f60718293a4b5c6d7e8f9 req_011CVZq8vT2mNf4LwXk7RbJ3',
  'msg_01Zq8vT2mNf4LwXk7RbJ3hYc6D toolu_01A09q90qw90lq917835lq9 call_Zq8vT2mNf4LwXk7RbJ3hYc6D fp_50cad350e4',
  'task-risk-desk-0123456789abcdef0123456789',
])('does not report %s', (text) => {
  expect(scan(text)).toEqual([])
})

test.skipIf(corpus === 'absent')(
  'does not report anything in real cassettes after their redaction',
  () => {
    for (const { name, file } of readableFolders.flatMap((folder) => corpusFiles(folder))) {
      const redactor = createRedactor()
      const { interactions } = parseCassette(readFileSync(file), { path: name })
      const redacted = interactions.map((interaction) =>
        redactor.interaction(interaction, new Headers(), new Headers()),
      )
      expect({ name, findings: scanSecrets(redacted, { known: redactor.known }) }).toEqual({ name, findings: [] })
    }
  },
  60_000,
)
