import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { stringifyCassette } from '../../src/format/stringify-cassette.ts'
import { type Interaction, parseCassette } from '../../src/index.ts'
import { provenanceOf, signInteraction } from '../../src/provenance/provenance.ts'
import { buildConversation } from '../build-conversation.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const KEY = 'kq8Zt3LmPw9RxV2bNc7J'

/** Sends the key in its URL, in a form and in a header; the answer echoes it in its second chunk. */
function build(): Interaction {
  return {
    request: {
      method: 'POST',
      url: `https://api.test/token?api_key=${KEY}`,
      headers: [
        ['Authorization', `Bearer ${KEY}`],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: encode(`client_secret=${KEY}&scope=all`),
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [['Content-Length', '34']],
      body: encode(`{"hello":"w","k":"${KEY}"}`.slice(0, 60)),
      chunks: [
        { size: 10, time: 0 },
        { size: 30, time: 5 },
      ],
    },
  }
}

const write = (...interactions: Interaction[]): string => stringifyCassette({ interactions })

test('replaces credentials in place, keeps all other bytes, and renews the signature', async () => {
  const folder = makeTempFolder()
  const text = write(signInteraction(build()))
    .replace('---\n', '--- # by hand\n')
    .replace('host: api.test', 'host:   api.test')
  writeFileSync(join(folder, 'a.yaml'), text)
  expect(await runCli(folder, 'redact', 'a.yaml')).toEqual({
    code: 0,
    stdout: 'a.yaml: replaced #0 request.url, #0 request.headers.Authorization, #0 request.body, #0 response.body\n',
    stderr: '',
  })
  const redacted = readFileSync(join(folder, 'a.yaml'), 'utf8')
  expect(redacted).not.toContain(KEY)
  expect(parseCassette(redacted).interactions.map(provenanceOf)).toEqual(['recorded'])
  const unsigned = (each: string): string => each.replace(/sha256:.*/, '')
  expect(unsigned(redacted)).toBe(
    unsigned(text)
      .replace(`Bearer ${KEY}`, 'REDACTED')
      .replaceAll(KEY, 'REDACTED')
      .replace('content_length: 44', 'content_length: 32')
      .replace(/.*chunks:.*\n/, ''),
  )
  expect(await runCli(folder, 'redact', 'a.yaml')).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('replaces credentials in the frames of a WebSocket, and keeps the bytes of all others', async () => {
  const folder = makeTempFolder()
  const conversation = buildConversation({
    url: `wss://api.test/v1?key=${KEY}`,
    frames: [
      { from: 'client', at: 0, data: JSON.stringify({ text: "it's\n", token: KEY }) },
      { from: 'server', at: 1, data: encode(`\0${KEY}`) },
      { from: 'server', at: 2, data: 'hi' },
    ],
    close: { from: 'server', code: 1008, reason: `bad ${KEY}` },
  })
  const text = write(signInteraction(conversation)).replace("'hi' }", '"hi"   } # by hand')
  writeFileSync(join(folder, 'a.yaml'), text)
  expect((await runCli(folder, 'redact', 'a.yaml')).stdout).toBe(
    'a.yaml: replaced #0 request.url, #0 response.websocket\n',
  )
  const redacted = readFileSync(join(folder, 'a.yaml'), 'utf8')
  expect(redacted.replace(/sha256:.*/, '')).toBe(
    text
      .replace(/sha256:.*/, '')
      .replaceAll(KEY, 'REDACTED')
      .replace(btoa(`\0${KEY}`), btoa('\0REDACTED')),
  )
  expect(parseCassette(redacted).interactions.map(provenanceOf)).toEqual(['recorded'])
})

test('an edit by hand stays visible', async () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), write(signInteraction(build())).replace('scope=all', 'scope=one'))
  await runCli(folder, 'redact', 'a.yaml')
  const { interactions } = parseCassette(readFileSync(join(folder, 'a.yaml')))
  expect(interactions.map(provenanceOf)).toEqual(['edited'])
})

test('--dry-run writes nothing', async () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), write(build()))
  const { code, stdout } = await runCli(folder, 'redact', '.', '--dry-run')
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^a\.yaml: would replace #0 request\.url, /),
  })
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(write(build()))
})

test('reports a credential that remains', async () => {
  const folder = makeTempFolder()
  const leak = `sk-ant-api03-${'Ab1'.repeat(31)}`
  writeFileSync(join(folder, 'a.yaml'), `${write(build())}# ${leak}\n`)
  const { code, stderr } = await runCli(folder, 'redact', 'a.yaml')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^a\.yaml:\d+:1: this still looks like a credential: an Anthropic key\n$/),
  })
  expect(await runCli(folder, 'redact', 'a.yaml', '--allow', 'sk-ant-\\w+')).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  })
})

test('the rules of the project are options', async () => {
  const folder = makeTempFolder()
  const { request, response } = build()
  const plain = {
    request: {
      ...request,
      url: 'https://api.test/?tenant=acme',
      headers: [['X-Tenant', 'acme-7']] as const,
      body: encode(''),
    },
    response: { ...response, body: encode('{"user":{"email":"a@b.test"},"id":"acct_123"}') },
  }
  const { chunks: _, ...unchunked } = plain.response
  writeFileSync(join(folder, 'a.yaml'), write({ ...plain, response: unchunked }))
  const options = [
    '--query',
    'tenant',
    '--header',
    'x-tenant',
    '--json-path',
    '$.user.email',
    '--pattern',
    '/ACCT_\\d+/i',
  ]
  expect(await runCli(folder, 'redact', 'a.yaml', ...options)).toMatchObject({ code: 0 })
  const [interaction] = parseCassette(readFileSync(join(folder, 'a.yaml'))).interactions
  expect({
    url: interaction?.request.url,
    headers: interaction?.request.headers,
    body: new TextDecoder().decode(interaction?.response.body),
  }).toEqual({
    url: 'https://api.test/?tenant=REDACTED',
    headers: [['X-Tenant', 'REDACTED']],
    body: '{"user":{"email":"REDACTED"},"id":"REDACTED"}',
  })
})

test('links stay links, compressed files stay compressed, and other formats are written in their own format', async () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'target'), write(build()))
  symlinkSync('target', join(folder, 'link.yaml'))
  writeFileSync(
    join(folder, 'a.yaml.gz'),
    gzipSync(stringifyCassette({ interactions: [build()] }, { format: 'vcrpy' })),
  )
  writeFileSync(join(folder, 'a.har'), stringifyCassette({ interactions: [build()] }, { format: 'har' }))
  writeFileSync(
    join(folder, 'a.json'),
    JSON.stringify({
      version: 2,
      interactions: [{ request: { method: 'GET', url: `https://a.test/?api_key=${KEY}` }, response: { code: 200 } }],
    }),
  )
  expect(await runCli(folder, 'redact', '.')).toMatchObject({ code: 0, stderr: '' })
  expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true)
  const texts = {
    target: readFileSync(join(folder, 'target'), 'utf8'),
    gz: gunzipSync(readFileSync(join(folder, 'a.yaml.gz'))).toString(),
    har: readFileSync(join(folder, 'a.har'), 'utf8'),
    json: readFileSync(join(folder, 'a.json'), 'utf8'),
  }
  expect(Object.entries(texts).map(([name, text]) => [name, text.includes(KEY), parseCassette(text).format])).toEqual([
    ['target', false, 'go-vcr-2'],
    ['gz', false, 'vcrpy'],
    ['har', false, 'har'],
    ['json', false, 'go-vcr-2'],
  ])
})

test('refuses a format that is not written, and keeps the file', async () => {
  const folder = makeTempFolder()
  const text = JSON.stringify([
    {
      scope: 'https://api.test:443',
      method: 'GET',
      path: `/?api_key=${KEY}`,
      body: '',
      status: 200,
      response: {},
      rawHeaders: [],
    },
  ])
  writeFileSync(join(folder, 'a.json'), text)
  expect(await runCli(folder, 'redact', 'a.json')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'Failed to redact a.json: its format is nock, which is not written. Convert it first: npx msw-cassette convert a.json ' +
      '--to go-vcr-2 --out converted\n',
  })
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(text)
})

test.each([
  [[], 'There is no file or folder to redact.'],
  [['a.yaml', '--json-path', 'user'], /^The option "redact\.json" is .*\$\.user\.email/],
  [['a.yaml', '--pattern', '['], /^--pattern is "\[", and must be a regular expression/],
])('refuses the arguments %j', async (args, message) => {
  const { code, stderr } = await runCli(makeTempFolder(), 'redact', ...args)
  expect({ code, stderr: stderr.split('\n')[0] }).toEqual({ code: 2, stderr: expect.stringMatching(message) })
})
