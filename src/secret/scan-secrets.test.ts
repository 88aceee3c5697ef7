import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { corpus, corpusFiles, readableFolders } from '../../test/corpus.ts'
import type { Interaction } from '../cassette.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { createRedactor } from './redactor.ts'
import { scanSecrets, scanText } from './scan-secrets.ts'

afterEach(() => vi.unstubAllEnvs())

/** Not a real key. It is assembled here, so that secret scanners do not report this file. */
const KEY = ['sk', 'ant', 'api03', 'Zq8vT2mNf4LwXk7RbJ3hYc6D'].join('-')

const scan = (response: string): string[] =>
  scanSecrets(buildCassette({ response }).interactions).map(({ kind }) => kind)

function toInteraction(response: string): Interaction {
  const [interaction] = buildCassette({ response }).interactions
  if (!interaction) throw new Error('the cassette has no interaction')
  return interaction
}

const pieces = (KEY.match(/.{1,5}/g) ?? []).map(
  (content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}`,
)

test.each([
  ['in plain text', `it is ${KEY}.`, ''],
  ['after a line break in JSON', JSON.stringify({ text: `Here it is:\n${KEY}` }), ''],
  ['in JSON in JSON', JSON.stringify({ arguments: JSON.stringify({ text: `\t${KEY}` }) }), ''],
  ['in JSON escapes', JSON.stringify({ text: KEY }).replaceAll('-', '\\u002d'), ''],
  ['after percent-encoded text', `Authorization%3A%20${KEY}`, ''],
  ['that is also there in base64', `${KEY} and ${btoa(`me:${KEY}`)}`, ''],
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
  const interaction = toInteraction('')
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

test('the findings in a text have lines', () => {
  expect(scanText(`a: 1\nb: ${KEY}\nc: 2\nd: ${KEY}\n`)).toEqual([
    { place: 'line 2', kind: 'an Anthropic key' },
    { place: 'line 4', kind: 'an Anthropic key' },
  ])
})

test('a finding that spans several lines has no line', () => {
  expect(scanText(`a: |\n  ${btoa(`who are you? ${KEY}`).replace(/.{20}/g, '$&\n  ')}`)).toEqual([
    { place: 'somewhere in the file', kind: 'an Anthropic key, in base64' },
  ])
})

test('a text without a credential has no findings', () => {
  expect(scanText('a: 1\nb: 2\n')).toEqual([])
})

test('an allowed text is not reported, whatever the flags of its pattern are', () => {
  const other = KEY.replace('Zq8v', 'Gm5p')
  const text = `a: ${KEY}\nb: ${KEY}\nc: ${other}\n`
  expect(scanText(text, { allowed: [/ZQ8V/giy, /-zq8v/giu] })).toEqual([{ place: 'line 3', kind: 'an Anthropic key' }])
})

test('a credential that was found in a known place is reported in the others', () => {
  const redactor = createRedactor()
  const password = 'correct-horse-battery-42'
  redactor.interaction(toInteraction(`{"password":"${password}"}`), new Headers(), new Headers())
  expect(scanSecrets([toInteraction(`it is ${password}`)], { known: redactor.known })).toEqual([
    { place: '#0 response.body', kind: 'a credential of another place' },
  ])
})

test.each([
  ['a member', { password: 'tulip-42' }, ['the value of a member, in base64']],
  ['two members', { password: 'tulip-42', api_key: 'rose-17' }, ['the value of a member, in base64']],
  ['a placeholder', { password: '<PASSWORD>' }, []],
  ['a replaced member', { password: 'REDACTED' }, []],
  ['a harmless member', { name: 'tulip-42', cache_key: 'Zq8vT2mNf4LwXk7RbJ3hYc6D' }, []],
])('searches the JSON in base64 for %s', (_, members, kinds) => {
  expect(scan(btoa(`about: ${JSON.stringify(members)}`))).toEqual(kinds)
})

test('the members of plain JSON are left to redaction', () => {
  expect(scan('{"password":"tulip-42"}')).toEqual([])
})

test.each([
  ['ACME_PASSWORD', 'tulip-rose1', ['the value of ACME_PASSWORD']],
  ['ACME_PASSWORD', 'tulip-ros1', ['the value of ACME_PASSWORD']],
  ['ACME_PASSWORD', 'tulip-ro1', []],
  ['ACME_PASSWORD', 'development', []],
  ['ACME_TOKEN', 'tulip-rose1', ['the value of ACME_TOKEN']],
  ['ACME_SIGNATURE', 'tulip-rose1', []],
  ['ACME_NAME', 'tulip-rose1', []],
])('searches for the variable %s with the value %s', (name, value, kinds) => {
  vi.stubEnv(name, value)
  expect(scan(`it is ${value} today`)).toEqual(kinds)
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
