import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { samplePattern, seededRandom } from '../../test/sample-pattern.ts'
import { shapeFinders } from './find-shapes.ts'
import { maskUrl } from './mask-url.ts'
import { scanSecrets } from './scan-secrets.ts'
import { looseShapes, secretShapes } from './secret-shapes.ts'

const random = seededRandom(3)
function sample(source: string): string {
  for (;;) {
    const text = samplePattern(source, random)
    // Assertions add nothing to a sample, and do not hold for some.
    if (new RegExp(`^(?:${source})$`).test(text)) return text
  }
}

const scan = (response: string): string[] =>
  scanSecrets(buildCassette({ response }).interactions).map(({ kind }) => kind)

test.each(secretShapes)('%s is found in prose and in JSON', (kind, { source }) => {
  for (let run = 0; run < 5; run++) {
    const credential = sample(source)
    expect({ credential, kinds: scan(`It is ${credential} today.`) }).toEqual({ credential, kinds: [kind] })
    expect(scan(JSON.stringify({ text: `It is\n${credential}` }))).toEqual([kind])
  }
})

/** Shapes without one short prefix, or with punctuation after it. Where a message shows them, it shows a part of a body that the test itself has sent. */
const unmasked = [
  ...[
    'a Slack webhook',
    'a Discord webhook',
    'a Teams webhook',
    'a private key',
    'a Google OAuth token',
    'a Salesforce session',
    'an Alibaba key id',
  ],
  ...['a Yandex key', 'a Cloudflare key', 'a Telegram token', 'a Mailchimp key', 'an Asana token', 'a Braintree token'],
  ...[
    'an Intra42 secret',
    'an Authress key',
    'a Hasura or Convex key',
    'a RapidAPI key',
    'a Bitbucket token',
    'a Harness token',
    'a Bedrock key',
    'an Azure OpenAI key',
  ],
]

test('a message hides all shapes with a prefix', () => {
  const shown = secretShapes.filter(([, { source }]) => {
    const samples = Array.from({ length: 20 }, () => maskUrl(`https://a.test/${sample(source)}`))
    return samples.filter((masked) => masked.includes('[secret]')).length < samples.length / 2
  })
  expect(shown.map(([kind]) => kind).filter((kind) => !unmasked.includes(kind))).toEqual([])
})

test('a loose shape is found if it is random', () => {
  for (const [kind, { source }] of looseShapes) {
    if (kind === 'an authorization header') continue
    const found = Array.from({ length: 20 }, () => scan(`It is ${sample(source)} today.`)).filter(
      (kinds) => kinds.length > 0,
    )
    expect({ kind, found: found.length }).toEqual({ kind, found: expect.toSatisfy((count: number) => count >= 18) })
  }
})

const VALUE = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

test.each([
  `OTHER=1\nACME_TOKEN=${VALUE}\n`,
  `export ACME_API_KEY="${VALUE}"`,
  `acme:\n  secret: ${VALUE}\n`,
  `curl -H "X-Acme-Key: ${VALUE}" https://a.test`,
  `curl --api-key ${VALUE}`,
  `curl -u me:${VALUE} https://a.test`,
  `const acmeToken = '${VALUE}'`,
  `password := "${VALUE}"`,
  `{ :api_key => "${VALUE}" }`,
  `The **API key**: \`${VALUE}\`.`,
  `My secret key is ${VALUE}, keep it.`,
  `["X-Acme-Token", "${VALUE}"]`,
  'DB_PASSWORD=Tr0ub4dor&3xK!q',
  'see postgres://me:hunter42@db.test/a',
  'see https://me:hunter42@a.test/',
  `| ACME_API_KEY | ${VALUE} |`,
  `the api key "${VALUE}" was refused`,
  `const ACME_TOKEN: &str = "${VALUE}";`,
  `//a.test/:_authToken=${VALUE}`,
  `machine a.test login me password ${VALUE}`,
  `user,api_key,role\nme,${VALUE},admin`,
  `<add key="ApiKey" value="${VALUE}" />`,
  `<input name="api_key" value="${VALUE}">`,
  `https://a.test/?sv=2022-11-02&sr=b&sig=${VALUE}`,
])('finds the credential in %s', (text) => {
  expect(scan(text)).toHaveLength(1)
})

test.each([
  'sk-telecom-launches-5g-network-2024 and sk-1234-fix-login',
  'AKIAIOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'API_KEY=<your key>, TOKEN=$TOKEN, password: ********, key: your-api-key-goes-here-1234',
  'https://user:password@example.test postgres://postgres:postgres@localhost/a',
  'const token = await getToken({ audience: "https://a.test" }); if (secret === process.env.SECRET) {}',
  'key: string; password: string; auth = HTTPBasicAuth(user, password); SECRET = ENV["SECRET"]',
  'Next-Page-Token: Zq8vT2mNf4LwXk7RbJ3hYc6D, cache key: Zq8vT2mNf4LwXk7RbJ3hYc6D',
  'const key = getUserById2(user); const token = parseTokenV2(input); apiKey: config.openaiApiKey2, secret=getUserByName',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
])('reports nothing in %s', (text) => {
  expect(scan(text)).toEqual([])
})

const findUrls = (text: string): { kind: string; text: string }[] => [...(shapeFinders.urls?.(text) ?? [])]

test.each([
  ['a URL', 'see https://me:tulip42@a.test/b', '://me:tulip42@'],
  ['a URL without a user', 'redis://:tulip42@a.test', '://:tulip42@'],
  ['a URL with an address of IPv6', 'redis://me:tulip42@[::1]/', '://me:tulip42@'],
  ['an address of MySQL', 'me:tulip42@tcp(a.test:3306)/b', 'me:tulip42@tcp('],
  ['an address of a MySQL socket', 'me:tulip42@unix(/tmp/a.sock)/b', 'me:tulip42@unix('],
  ['an address of Oracle', 'me/tulip42@//a.test:1521/b', 'me/tulip42@//a.test:'],
])('finds the password in %s', (_, text, found) => {
  expect(findUrls(text)).toEqual([{ kind: 'a password in a URL', text: found }])
})

test.each([
  'https://me:REDACTED@a.test/b',
  'https://tulip42:tulip42@a.test/b',
  'https://me:password@a.test/b',
  'https://me:<secret>@a.test/b',
  'https://me@a.test/b:c',
  'me:REDACTED@tcp(a.test:3306)/b',
  'me:my-password@tcp(a.test:3306)/b',
  'me/passwd@//a.test:1521/b',
  'me/tulip42@a.test',
])('finds no password in the URL %s', (text) => {
  expect(findUrls(text)).toEqual([])
})

/** Texts of responses with random parts that are not credentials. */
const harmless: Readonly<Record<string, string>> = {
  ids: '{"id":"chatcmpl-[A-Za-z\\d]{29}","tool":"call_[A-Za-z\\d]{24}","msg":"msg_01[A-Za-z\\d]{22}","resp":"resp_[\\da-f]{50}"}',
  fingerprints:
    '{"system_fingerprint":"fp_[\\da-f]{10}","request":"req_[\\da-f]{32}","project":"proj_[A-Za-z\\d]{24}"}',
  'encrypted reasoning': '{"encrypted_content":"gAAAAA[\\w-]{3000}=="}',
  'signatures of thoughts': '{"signature":"E[A-Za-z\\d+/]{800}==","thoughtSignature":"C[A-Za-z\\d+/]{800}=="}',
  base64: '{"b64_json":"iVBORw0KGgo[A-Za-z\\d+/]{6000}","url":"data:image/png;base64,[A-Za-z\\d+/]{3000}"}',
  embeddings: '{"embedding":"[A-Za-z\\d+/]{2000}=="}',
  hashes:
    '{"sha256":"[\\da-f]{64}","etag":"[\\da-f]{32}","commit":"[\\da-f]{40}","integrity":"sha512-[A-Za-z\\d+/]{86}=="}',
  'page tokens':
    '{"next_page_token":"[\\w-]{60}","continuationToken":"[\\w-]{80}","cursor":"[\\w-]{50}","cache_key":"[\\da-f]{64}"}',
  prose: 'Commit [\\da-f]{40} of image sha256:[\\da-f]{64}, build [\\da-f]{12}, page_token=[A-Za-z\\d]{40}',
}

test.each(Object.entries(harmless))('reports nothing in %s', (_, source) => {
  for (let run = 0; run < 100; run++) expect(scan(samplePattern(source, random))).toEqual([])
})

const encodable = secretShapes.filter(([, { source }]) => /^[\w+/=-]+$/.test(sample(source)))
test.each(encodable)('%s is not found in the middle of an image in base64', (_, { source }) => {
  const bytes = Buffer.from(Uint8Array.from({ length: 3_000 }, () => Math.floor(random() * 256)))
  const data = bytes.toString('base64')
  expect(scan(`{"image":"${data}/${sample(source)}/${data}"}`)).toEqual([])
})

test.each(encodable)('%s is not found in the middle of bytes in lines of base64', (_, { source }) => {
  const bytes = Buffer.from(Uint8Array.from({ length: 3_000 }, () => Math.floor(random() * 256)))
  const data = bytes.toString('base64')
  const lines = (text: string): string => text.replace(/.{70}/g, '$&\n          ')
  const line = sample(source).slice(0, 70).padEnd(70, 'A')
  expect(scan(`body: !!binary |\n          ${lines(data.slice(0, 1_400) + line + data.slice(1_400))}`)).toEqual([])
})

const shapesIn = (text: string): string[] => [...(shapeFinders.shapes?.(text) ?? [])].map(({ text }) => text)
const AWS = `AK${'IA'}Q3EGRZ7YTVXNB2LM`
const BASE64 = 'aB3+'.repeat(75)
const MIME = `${'aB3/'.repeat(19)}\r\n  `

test.each([
  ['behind encoded data', `${BASE64}/${AWS}`],
  ['before encoded data', `${AWS}/${BASE64}`],
  ['in lines of encoded data', `+${AWS}${'A'.repeat(40)}\r\n  ${MIME.repeat(4)}`],
  ['at the end of lines of encoded data', `${MIME.repeat(8)}+${AWS}`],
])('a shape %s is no credential', (_, text) => {
  expect(shapesIn(text)).toEqual([])
})

test.each([
  ['behind shorter data', `${BASE64.slice(2)}/${AWS}`],
  ['before shorter data', `${AWS}/${BASE64.slice(2)}`],
  ['behind data and a blank', `${BASE64} ${AWS}`],
  ['before data and a blank', `${AWS} ${BASE64}`],
  ['before three lines of data', `${AWS}\n${MIME.repeat(2)}`],
  ['before lines of words', `${AWS}\n${'some words of a text\n'.repeat(9)}`],
])('a shape %s is a credential', (_, text) => {
  expect(shapesIn(text)).toEqual([AWS])
})
