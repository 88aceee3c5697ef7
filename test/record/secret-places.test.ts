import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { deflateSync, zstdCompressSync } from 'node:zlib'
import { type CassetteOptions, openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** An invented key without the form of any provider's keys: only its place shows that it is a key. */
const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const text: Answer = (_request, response) => void response.end('ok')
const json =
  (value: unknown): Answer =>
  (_request, response) =>
    void response.end(typeof value === 'string' ? value : JSON.stringify(value))
const headers =
  (values: Record<string, string>, status = 200): Answer =>
  (_request, response) =>
    void response.writeHead(status, values).end('ok')
const events = (...data: unknown[]): Answer => {
  const body = data.map((each) => `data: ${JSON.stringify(each)}\n\n`).join('')
  return (_request, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body)
}

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const BEARER = { authorization: `Bearer ${KEY}` }

function multipart(name: string, file: BlobPart): FormData {
  const form = new FormData()
  form.set(name, KEY)
  form.set('file', new Blob([file]), 'a.bin')
  return form
}

const BINARY = new Uint8Array([255, 254, 0, 128])

/** Requests and responses with the key in different places, and the options to replace it there. */
const places: Record<string, [request: RequestInit & { path?: string }, answer: Answer, options?: CassetteOptions]> = {
  'a member': [{ headers: JSON_TYPE, body: JSON.stringify({ api_key: KEY }) }, text],
  'a member, and the text of another member': [
    { headers: JSON_TYPE, body: JSON.stringify({ api_key: KEY, say: KEY }) },
    text,
  ],
  'a member whose name has more words': [{ body: JSON.stringify({ openai_api_key: KEY, dbPassword: KEY }) }, text],
  'JSON in JSON in JSON': [
    { body: JSON.stringify({ arguments: JSON.stringify({ raw: JSON.stringify({ password: KEY }), say: 'hi' }) }) },
    text,
  ],
  'a form': [{ headers: FORM_TYPE, body: `a={"x"}&client_secret=${KEY}\n` }, text],
  'a multipart form': [{ body: multipart('api_key', 'text') }, text],
  'a multipart form with bytes': [{ body: multipart('api_key', BINARY) }, text],
  'any field of a multipart form with bytes': [{ headers: BEARER, body: multipart('note', BINARY) }, text],
  'the query': [{ path: `/?key=${KEY}&a=1` }, text],
  'the query, with a quote': [{ path: `/?key='${KEY}&a=1` }, text],
  'a binary response that echoes the key': [
    { headers: BEARER },
    (_request, response) => void response.end(Buffer.concat([BINARY, Buffer.from(KEY)])),
  ],
  'a response that echoes a header with a credential’s name': [
    { headers: { 'xi-api-key': KEY } },
    json(`you are ${KEY}`),
  ],
  'a response that echoes the password': [
    { headers: { authorization: `Basic ${btoa(`me:${KEY}`)}` } },
    json(`not ${KEY}`),
  ],
  'a response that echoes its cookie': [
    {},
    (_request, response) => void response.writeHead(200, { 'set-cookie': `s=${KEY}; HttpOnly` }).end(KEY),
  ],
  'the fragment of a redirect': [{}, headers({ location: `https://a.test/#access_token=${KEY}&b=1` }, 302)],
  'the user of a redirect': [{}, headers({ location: `https://me:${KEY}@a.test/` }, 302)],
  'the second URL in a header': [
    {},
    headers({ link: `<https://a.test/?p=1>; rel="next", <https://a.test/?sig=${KEY}&p=2>; rel="last"` }),
  ],
  'a URL in JSON, with ampersands escaped as Go does it': [
    {},
    json(`{"url":"https://a.test/?b=1\\u0026X-Amz-Signature=${KEY}\\u0026c=2"}`),
  ],
  'the reason phrase': [
    { headers: BEARER },
    (_request, response) => void response.writeHead(401, `no such key ${KEY}`).end(),
  ],
  'a response in two pieces': [
    { headers: BEARER },
    (_request, response) => {
      response.write(`data: ${KEY.slice(0, 9)}`)
      setTimeout(() => response.end(`${KEY.slice(9)}\n\n`), 20)
    },
  ],
  'the data of an event': [{}, events({ access_token: KEY })],
  'a deflate body': [
    { headers: BEARER },
    (_request, response) => void response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(KEY)),
  ],
  'a zstd body': [
    { headers: BEARER },
    (_request, response) => void response.writeHead(200, { 'content-encoding': 'zstd' }).end(zstdCompressSync(KEY)),
  ],
  'URL-safe base64 in a response': [{ headers: BEARER }, json(Buffer.from(`\u00ff?>${KEY}`).toString('base64url'))],
  'a path into an event': [{}, events({ user: { mail: KEY } }), { redact: { json: ['$.user.mail'] } }],
  'a path to an object': [{}, json({ user: { mail: KEY } }), { redact: { json: ['$.user'] } }],
  'a path to an escaped string': [{}, json(`{"mail":"jos\\u00e9${KEY}"}`), { redact: { json: ['$.mail'] } }],
  'a query parameter in another case': [{ path: `/?Sess=${KEY}` }, text, { redact: { query: ['sess'] } }],
}

async function recordAndReplay(
  upstream: LocalServer,
  { path = '/', ...init }: RequestInit & { path?: string },
  options: CassetteOptions = {},
): Promise<string> {
  const file = join(makeTempFolder(), 'a.yaml')
  const send = async (fetch: typeof globalThis.fetch): Promise<void> => {
    await (await fetch(upstream.origin + path, { method: 'POST', redirect: 'manual', ...init })).text()
  }
  const session = openCassette(file, { ...options, mode: 'once', hosts: [upstream.host] })
  await send(session.fetch)
  await session.close()
  await using replayed = openCassette(file, { ...options, mode: 'replay' })
  await send(replayed.fetch)
  replayed.verify()
  const bodies = parseCassette(readFileSync(file)).interactions.flatMap(({ request, response }) => [
    Buffer.from(request.body).toString('latin1'),
    Buffer.from(response.body).toString('latin1'),
  ])
  return [readFileSync(file, 'utf8'), ...bodies].join('\n')
}

test.each(Object.entries(places))(
  'a credential is replaced in %s, and the saved request still matches',
  async (_, place) => {
    const [request, answer, options] = place
    await using upstream = await startServer(answer)
    const saved = await recordAndReplay(upstream, request, options)
    const spellings = [KEY, encodeURIComponent(KEY), btoa(KEY).slice(0, -2), KEY.slice(4, 20)]
    expect(spellings.filter((spelling) => saved.includes(spelling))).toEqual([])
    expect(saved).toContain('REDACTED')
  },
)

test('texts next to a credential, such as cookie attributes, are not replaced', async () => {
  const body =
    'HttpOnly, 20:30:00, 24-Nov-26, content-type, x-amz-date, max_tokens, https://a.test/?page_token=abcdefghij'
  await using upstream = await startServer((_request, response) => {
    const attributes = 'path=/; expires=Tue, 24-Nov-26 20:30:00 GMT; domain=127.0.0.1; HttpOnly; Secure; SameSite=None'
    response.writeHead(200, { 'set-cookie': `__cf_bm=${KEY}; ${attributes}` }).end(body)
  })
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${KEY}/20260101/us-east-1/bedrock/aws4_request, ` +
    `SignedHeaders=content-type;host;x-amz-date, Signature=${KEY}${KEY}`
  expect(await recordAndReplay(upstream, { headers: { authorization } })).toContain(body)
})
