import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { chatAnswer, chatDeltas, formRequest, JSON_TYPE, jsonAnswer, jsonRequest, prompt } from './carriers.ts'
import type { Answer, Place, PlaceInput, Received, SentRequest, Step } from './place.ts'

const login: SentRequest = jsonRequest({ user: 'ada', device: 'laptop' })
const encode = encodeURIComponent
const done = jsonAnswer({ ok: true })

/** A login whose token the client sends in its next request. A replayed client sends the placeholder. */
function afterLogin(request: (token: string, input: PlaceInput) => SentRequest): Place['steps'] {
  return (input) => [
    { request: login, answer: jsonAnswer({ access_token: input.secret, expires_in: 3600 }) },
    { request: (received) => request(tokenOf(received), input), answer: done },
    { request: prompt('bye'), answer: chatAnswer('bye') },
  ]
}

function tokenOf(received: readonly Received[]): string {
  const { access_token } = JSON.parse(received[0]?.text ?? '{}') as { access_token?: string }
  return String(access_token)
}

/** Requests that use the token of a login. */
const uses: Readonly<Record<string, (token: string) => SentRequest>> = {
  'a header': (token) => jsonRequest({ a: 1 }, { authorization: `Bearer ${token}` }),
  'JSON without a telling name': (token) => jsonRequest({ value: token, a: 1 }),
  'JSON in JSON': (token) => jsonRequest({ input: JSON.stringify({ value: token }) }),
  'a sentence': (token) => prompt(`Use ${token} for the call, please.`),
  'a list': (token) => jsonRequest({ args: ['call', token] }),
  'the query': (token) => ({ path: `/v1/items?state=${encode(token)}&a=1`, method: 'GET' }),
  'the path': (token) => ({ path: `/v1/sessions/${encode(token)}/items`, method: 'GET' }),
  'a form': (token) => formRequest({ value: token, a: '1' }),
  'a multipart form': (token) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=form-boundary' },
    body: `--form-boundary\r\nContent-Disposition: form-data; name="value"\r\n\r\n${token}\r\n--form-boundary--\r\n`,
  }),
  XML: (token) => ({ headers: { 'content-type': 'text/xml' }, body: `<a><value>${xml(token)}</value></a>` }),
  base64: (token) => jsonRequest({ value: Buffer.from(`user:${token}`).toString('base64') }),
  'hexadecimal digits': (token) => jsonRequest({ value: Buffer.from(token).toString('hex') }),
  'a password in base64': (token) =>
    jsonRequest({ a: 1 }, { authorization: `Basic ${Buffer.from(`ada:${token}`).toString('base64')}` }),
  gzip: (token) => ({
    headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify({ value: token })),
  }),
}

/** Answers that repeat a token of an earlier exchange. */
const repetitions: Readonly<Record<string, (secret: string) => Answer>> = {
  'in a later answer': (secret) => chatAnswer(`It was ${secret}, I think.`),
  'in a later answer in deltas': (secret) => chatDeltas(`It was ${secret}, I think.`),
  'in later JSON': (secret) => jsonAnswer({ value: secret }),
  'in a later error': (secret) => jsonAnswer({ error: { message: `Unknown value ${secret}` } }, 403),
  'in a later base64': (secret) => jsonAnswer({ value: Buffer.from(secret).toString('base64') }),
  'in a later redirect': (secret) => ({ status: 302, headers: { location: `/v1/sessions/${encode(secret)}` } }),
}

const bearer = (secret: string): SentRequest => jsonRequest({ a: 1 }, { authorization: `Bearer ${secret}` })

/** Several exchanges of one cassette. */
export const chainPlaces: readonly Place[] = [
  ...Object.entries(uses).map(([title, use]) =>
    chain(`the token of a login in ${title} of the next request`, afterLogin(use)),
  ),
  ...Object.entries(repetitions).map(([title, answer]) =>
    chain(`the key of a request ${title}`, ({ secret }) => [
      { request: bearer(secret), answer: done },
      { request: prompt('What was it?'), answer: answer(secret) },
    ]),
  ),
  chain('the key of a request in a later prompt', ({ secret }) => [
    { request: bearer(secret), answer: done },
    { request: prompt(`I used ${secret} before.`), answer: done },
  ]),
  chain('a cookie that is set in a later body', ({ secret }) => [
    { request: login, answer: { headers: { 'set-cookie': `sid=${encode(secret)}; Path=/` }, body: 'ok' } },
    {
      request: (received) =>
        jsonRequest({ session: cookieOf(received[0]?.headers.get('set-cookie') ?? encode(secret)) }),
      answer: done,
    },
  ]),
  chain('a key in a form and in a later header', ({ secret, name }) => [
    { request: formRequest({ [name.snake]: secret }), answer: done },
    { request: jsonRequest({ a: 1 }, { 'x-note': secret }), answer: jsonAnswer({ note: secret }) },
  ]),
  chain('an earlier prompt with a key of a later header', ({ secret }) => [
    { request: prompt(`I will use ${secret} soon.`), answer: done },
    { request: bearer(secret), answer: done },
  ]),
  chain('an earlier answer with a key of a later login', ({ secret }) => [
    { request: prompt('Make one up.'), answer: chatAnswer(`Take ${secret}, it is good.`) },
    { request: login, answer: jsonAnswer({ access_token: secret }) },
  ]),
  chain('the address of an upload in the next request', ({ secret }) => [
    {
      request: login,
      answer: jsonAnswer({ upload: `https://up.example.com/f/7?a=1&access_token=${encode(secret)}` }),
    },
    { request: prompt(`I have ${secret} now.`), answer: done },
  ]),
  ...['a prompt', 'a path', 'base64', 'an answer'].map(fromEnvironment),
]

/** The value of an environment variable, which a request or a response repeats. */
function fromEnvironment(where: string): Place {
  const requests: Readonly<Record<string, (secret: string) => Step>> = {
    'a prompt': (secret) => ({ request: prompt(`Call it with ${secret} please.`), answer: done }),
    'a path': (secret) => ({ request: { path: `/s/${encode(secret)}/x`, method: 'GET' }, answer: done }),
    base64: (secret) => ({ request: jsonRequest({ a: Buffer.from(`k=${secret}`).toString('base64') }), answer: done }),
    'an answer': (secret) => ({ request: prompt('hi'), answer: chatAnswer(`I see ${secret} here.`) }),
  }
  return {
    ...chain(`the value of an environment variable in ${where}`, ({ secret }) => [
      requests[where]?.(secret) ?? { request: login },
    ]),
    // Other trials run at the same time, and each removes its own variable.
    environment: ({ name, secret }) => ({
      [`ACME_${createHash('sha256').update(secret).digest('hex').slice(0, 8)}_${name.upper}`]: secret,
    }),
  }
}

function chain(name: string, steps: Place['steps']): Place {
  return { name, reach: 'repeated', fits: 'line', steps }
}

function cookieOf(header: string): string {
  return decodeURIComponent(/sid=([^;]*)/.exec(header)?.[1] ?? header)
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
