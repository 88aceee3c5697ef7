import { gzipSync } from 'node:zlib'
import type { CassetteOptions } from 'msw-cassette'
import { formRequest, JSON_TYPE, jsonAnswer, jsonRequest, prompt, receives, sends } from '../places/carriers.ts'
import type { Step } from '../places/place.ts'
import type { Random } from '../random.ts'

/** An exchange without a credential, or with one that has to be replaced only in its place. */
export interface NormalExchange {
  readonly steps: readonly Step[]
  readonly options?: CassetteOptions
}

type Create = (fill: (template: string) => string, random: Random) => NormalExchange

const xml = (body: string): NormalExchange => ({
  steps: receives({ headers: { 'content-type': 'application/xml' }, body }),
})
const get = (path: string): NormalExchange => ({ steps: sends({ path, method: 'GET' }) })
/** A client whose credential is a plain word. The word in other places is no credential. */
const word = (headers: Readonly<Record<string, string>>, body: unknown): NormalExchange => ({
  steps: [{ request: jsonRequest(body, headers), answer: jsonAnswer(body) }],
})

/** Addresses, forms, headers, XML and bytes without a credential. `{…}` is a random part. */
export const normalExchanges: Readonly<Record<string, Create>> = {
  'page tokens in a query': (fill) =>
    get(fill('/v1/files?pageToken={b64u:60}&page_token={an:32}&cursor={b64u:44}&after=file-{an:24}&limit=20')),
  'a continuation token of S3': (fill) => get(fill('/bucket?list-type=2&continuation-token=1{b64u:60}&prefix=a')),
  'a token of a sync': (fill) => get(fill('/calendar/v3/events?syncToken=CP{b64u:30}&maxResults=10')),
  'plain words behind key and token in a query': () =>
    get('/v1/settings?key=language&token=next&auth=basic&secret=none&sig=3'),
  'keys of settings in a query': () => get('/v1/settings?key=theme.color.primary&keys=a,b&sort_key=created_at'),
  'other keys in a query': (fill) =>
    get(fill('/v1/a?cache_key={hex:32}&idempotency_key={uuid}&primary_key=id&keyword=monkey')),
  'counts of tokens in a query': () => get('/v1/complete?max_tokens=500&min_tokens=1&tokens=7&alt=sse'),
  'the code of a voucher in a query': () => get('/v1/vouchers?code=SAVE20&country_code=DE&state=open'),
  'a search in a query': () => get('/search?q=how+to+reset+a+password&hl=en&page=3'),
  'ids in a path': (fill) => get(fill('/v1/threads/thread_{an:24}/runs/run_{an:24}/steps/step_{an:24}')),
  'uuids in a path': (fill) => get(fill('/v1/organizations/{uuid}/projects/{uuid}?session_id={uuid}')),
  'a revision in a path': (fill) => get(fill('/repos/acme/app/commits/{hex:40}?sha={hex:40}&ref=sk-1234-fix-login')),
  'a slug in a path': () =>
    get('/articles/sk-telecom-launches-5g-network-2024?utm_campaign=pk-launch-2024-q3-newsletter'),
  'a digest in a path': (fill) => get(fill('/v2/library/node/blobs/sha256:{hex:64}')),
  'a file in a path': (fill) => get(fill('/assets/main-{an:8}.js?v={hex:20}')),
  'an authorization request': (fill) =>
    get(fill('/authorize?response_type=code&client_id={uuid}&scope=openid&state={b64u:22}&code_challenge_method=S256')),
  'a form with plain words': () => ({
    steps: sends(
      formRequest({ key: 'language', token: 'next', code: 'SAVE20', scope: 'https://www.example.com/auth' }),
    ),
  }),
  'a list of objects of S3': (fill) =>
    xml(
      fill(
        '<ListBucketResult><Name>acme</Name><KeyCount>2</KeyCount><MaxKeys>1000</MaxKeys><NextContinuationToken>1{b64:60}=</NextContinuationToken>' +
          '<Contents><Key>photos/2024/01/IMG_20240131_081532.jpg</Key><ETag>&quot;{hex:32}&quot;</ETag></Contents>' +
          '<Contents><Key>backup-{uuid}.tar.gz</Key><ETag>&quot;{hex:32}-3&quot;</ETag></Contents></ListBucketResult>',
      ),
    ),
  'settings in XML': () =>
    xml(
      '<settings><add key="Theme" value="dark"/><password minLength="12"/><token>identifier</token><auth>basic</auth></settings>',
    ),
  'headers of a response': (fill) => ({
    options: {
      recordHeaders: ['x-request-id', 'cf-ray', 'etag', 'x-ratelimit-remaining-tokens', 'openai-organization'],
    },
    steps: receives({
      headers: {
        ...JSON_TYPE,
        'x-request-id': fill('req_{hex:32}'),
        'cf-ray': fill('{hex:16}-TXL'),
        etag: fill('W/"{hex:32}"'),
        'x-ratelimit-remaining-tokens': '149984',
        'openai-organization': fill('user-{lo:24}'),
        link: fill('<https://api.example.com/items?page_token={b64u:40}&page=2>; rel="next"'),
        'mcp-session-id': fill('{uuid}'),
      },
      body: '{}',
    }),
  }),
  'a redirect to a file': (fill) => ({
    steps: receives({ status: 302, headers: { location: fill('/v1/files/{uuid}/content?version={hex:40}') } }),
  }),
  'random bytes': (_fill, random) => ({
    steps: [
      {
        request: { headers: { 'content-type': 'application/octet-stream' }, body: random.bytes(3000) },
        answer: { headers: { 'content-type': 'image/png' }, body: random.bytes(5000) },
      },
    ],
  }),
  'compressed JSON': (fill) => {
    const body = gzipSync(fill('{"id":"chatcmpl-{an:29}","note":"{hex:64}"}'))
    return { steps: sends({ headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body }) }
  },
  'a chunked image in base64': (fill) => ({
    steps: receives({
      headers: { 'content-type': 'text/event-stream' },
      body: Array.from({ length: 8 }, (_, index) =>
        fill(`data: {"partial_image_index":${index},"b64_json":"{b64:400}"}\n\n`),
      ),
    }),
  }),
  'the word required as a credential': () =>
    word(
      { authorization: 'required' },
      { type: 'object', properties: { a: {} }, required: ['a'], note: 'a is required' },
    ),
  'the word test as a credential': () =>
    word(
      { authorization: 'Bearer test' },
      { model: 'test-model', input: 'this is a test', tests: ['test', 'testing'] },
    ),
  'the words not-needed as a credential': () =>
    word({ 'x-api-key': 'not-needed' }, { input: 'a key is not-needed here', 'not-needed': true }),
  'the words user and pass as a credential': () =>
    word(
      { authorization: `Basic ${btoa('username:password')}` },
      { username: 'Ada', password_label: 'password', text: 'username and password' },
    ),
  'a number as a credential': () =>
    word({ 'x-api-key': '12345678' }, { id: 12345678, phone: '+49123456789', text: 'order 12345678' }),
  'a cookie with plain words': () =>
    word(
      { cookie: 'theme=darkmode; language=english' },
      { theme: 'darkmode', text: 'english or darkmode', language: 'english' },
    ),
  'the placeholder as a credential': () =>
    word({ authorization: 'Bearer REDACTED' }, { input: 'the word REDACTED, and <REDACTED>', REDACTED: true }),
  'a placeholder in angle brackets as a credential': () =>
    word({ authorization: '<REDACTED>', 'x-api-key': '<REDACTED>' }, { input: 'the text <REDACTED> is here' }),
  'the documented example of AWS': () => ({
    // Joined here, so that secret scanners do not report this file.
    steps: sends(
      prompt(`aws_access_key_id = ${['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('')} is the example in the docs.`),
    ),
  }),
}
