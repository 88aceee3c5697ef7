import { chatAnswer, jsonAnswer, jsonRequest, prompt, receives, sends } from './carriers.ts'
import type { Place, PlaceInput, Step } from './place.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const question = { model: 'gpt-5-mini', input: 'hi' }

/** A request header. All are recorded, as if the user had listed them. */
function requestHeader(
  name: string,
  header: (input: PlaceInput) => readonly [string, string],
  reach: Place['reach'] = 'value',
): Place {
  return {
    name,
    reach,
    fits: 'line',
    options: (input) => ({ recordHeaders: [header(input)[0]] }),
    steps: (input) => sends(jsonRequest(question, Object.fromEntries([header(input)]))),
  }
}

function responseHeader(
  name: string,
  header: (input: PlaceInput) => readonly [string, string],
  { reach = 'value', status = 200 }: { reach?: Place['reach']; status?: number } = {},
): Place {
  return {
    name,
    reach,
    fits: 'line',
    options: (input) => ({ recordHeaders: [header(input)[0]] }),
    steps: (input) => receives({ ...jsonAnswer({ ok: true }, status), headers: Object.fromEntries([header(input)]) }),
  }
}

/** Responses that repeat the key of the request. */
const echoes: Readonly<Record<string, (secret: string) => Step['answer']>> = {
  'an answer that repeats the key of the request': (secret) => chatAnswer(`You sent ${secret}, did you not?`),
  'an error that repeats the key of the request': (secret) =>
    jsonAnswer({ error: { message: `Incorrect API key provided: ${secret}. See our docs.` } }, 401),
  'JSON that repeats the key of the request': (secret) => jsonAnswer({ received: { value: secret } }),
  'JSON that repeats the key of the request in base64': (secret) => jsonAnswer({ received: base64(secret) }),
  'JSON that repeats the headers of the request': (secret) =>
    jsonAnswer({ headers: { Authorization: `Bearer ${secret}`, Host: 'api.example.com' } }),
  'JSON that repeats the key of the request in a list of pairs': (secret) =>
    jsonAnswer({
      headers: [
        ['Authorization', `Bearer ${secret}`],
        ['Host', 'api.example.com'],
      ],
    }),
  'a header that repeats the key of the request': (secret) => ({ headers: { link: `<https://a.test/${secret}>` } }),
  'bytes that repeat the key of the request': (secret) => ({
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.concat([Buffer.from([255, 0, 254, 128]), Buffer.from(secret), Buffer.from([0, 200])]),
  }),
}

/** Headers of requests and responses. */
export const headerPlaces: readonly Place[] = [
  requestHeader('a request header', ({ name, secret }) => [name.kebab, secret]),
  requestHeader('a request header with x', ({ name, secret }) => [`X-${name.kebab}`, secret]),
  requestHeader('the bearer of a request', ({ secret }) => ['Authorization', `Bearer ${secret}`]),
  requestHeader('another scheme of authorization', ({ secret }) => ['Authorization', `Token ${secret}`]),
  requestHeader('authorization with a parameter', ({ secret }) => ['authorization', `GenieKey token="${secret}", v=1`]),
  requestHeader('the password of a request', ({ secret }) => ['Authorization', `Basic ${base64(`ada:${secret}`)}`]),
  requestHeader('the user of a request', ({ secret }) => ['Authorization', `Basic ${base64(`${secret}:`)}`]),
  requestHeader('the password for a proxy', ({ secret }) => ['Proxy-Authorization', `Basic ${base64(`a:${secret}`)}`]),
  requestHeader('a cookie', ({ secret }) => ['Cookie', `theme=dark; session=${encodeURIComponent(secret)}; lang=en`]),
  requestHeader('JSON in a request header', ({ name, secret }) => [
    'X-Config',
    JSON.stringify({ [name.camel]: secret }),
  ]),
  requestHeader(
    'baggage in a request header',
    ({ name, secret }) => ['baggage', `a=1,${name.snake}=${secret}`],
    'text',
  ),
  requestHeader('a URL in a request header', ({ name, secret }) => [
    'Referer',
    `https://app.example.com/?a=1&${name.snake}=${encodeURIComponent(secret)}`,
  ]),
  requestHeader('a request header without a telling name', ({ secret }) => ['X-Note', secret], 'bare'),
  requestHeader('the user agent', ({ secret }) => ['User-Agent', `acme/1.0 (${secret})`], 'bare'),
  {
    name: 'a request header that is compared',
    reach: 'value',
    fits: 'line',
    options: ({ name }) => ({ match: { headers: [name.kebab] } }),
    steps: ({ name, secret }) => sends(jsonRequest(question, { [name.kebab]: secret })),
  },
  responseHeader('a response header', ({ name, secret }) => [name.kebab, secret]),
  responseHeader('a response header with x', ({ name, secret }) => [`x-${name.kebab}`, secret]),
  responseHeader('a cookie that is set', ({ secret }) => [
    'set-cookie',
    `sid=${encodeURIComponent(secret)}; Path=/; HttpOnly`,
  ]),
  responseHeader('a challenge', ({ secret }) => ['www-authenticate', `Bearer realm="a", token="${secret}"`], {
    status: 401,
  }),
  responseHeader('a link', ({ name, secret }) => [
    'link',
    `<https://a.test/?page=2&${name.snake}=${encodeURIComponent(secret)}>; rel="next"`,
  ]),
  responseHeader(
    'the query of a redirect',
    ({ name, secret }) => ['location', `https://app.test/?a=1&${name.snake}=${encodeURIComponent(secret)}`],
    { status: 302 },
  ),
  responseHeader(
    'the code of a redirect',
    ({ secret }) => ['location', `https://app.test/callback?code=${encodeURIComponent(secret)}&state=xyz`],
    { status: 302 },
  ),
  responseHeader(
    'the fragment of a redirect',
    ({ secret }) => [
      'location',
      `https://app.test/#access_token=${encodeURIComponent(secret)}&token_type=bearer&expires_in=3600`,
    ],
    { status: 302 },
  ),
  responseHeader(
    'the password of a redirect',
    ({ secret }) => ['location', `https://ada:${encodeURIComponent(secret)}@git.example.com/a.git`],
    { status: 302 },
  ),
  responseHeader(
    'the path of a redirect',
    ({ secret }) => ['location', `https://app.test/reset/${encodeURIComponent(secret)}`],
    { status: 302, reach: 'bare' },
  ),
  responseHeader(
    'the name of a file',
    ({ secret }) => ['content-disposition', `attachment; filename="${secret}.txt"`],
    {
      reach: 'bare',
    },
  ),
  responseHeader('the address of an upload', ({ secret }) => ['x-goog-upload-url', `https://up.test/${secret}`], {
    reach: 'bare',
  }),
  responseHeader('a response header without a telling name', ({ secret }) => ['x-note', secret], { reach: 'bare' }),
  ...Object.entries(echoes).map(
    ([name, answer]): Place => ({
      name,
      reach: 'repeated',
      fits: 'line',
      steps: ({ secret }) => [
        {
          request: {
            ...prompt('hi'),
            headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          },
          answer: answer(secret) ?? {},
        },
      ],
    }),
  ),
]
