import { formRequest, jsonAnswer, receives, sends } from './carriers.ts'
import type { Place, PlaceInput, SentRequest, Step } from './place.ts'

const encode = encodeURIComponent
/** Every character as an escape. */
const escapeAll = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

type Address = (input: PlaceInput) => string

/** Addresses of requests. */
const queries: Readonly<Record<string, Address>> = {
  'a parameter': ({ name, secret }) => `/v1/models?page=2&${name.snake}=${encode(secret)}&sort=asc`,
  'a parameter in camel case': ({ name, secret }) => `/v1/models?${name.camel}=${encode(secret)}`,
  'a parameter in upper case': ({ name, secret }) => `/v1/models?${name.upper}=${encode(secret)}`,
  'a parameter in kebab case': ({ name, secret }) => `/v1/models?${name.kebab}=${encode(secret)}&alt=json`,
  'a parameter with escapes only': ({ name, secret }) => `/v1/models?${name.snake}=${escapeAll(secret)}`,
  'a parameter whose name is escaped': ({ name, secret }) =>
    `/v1/models?${name.snake.replaceAll('_', '%5F')}=${encode(secret)}`,
  'a parameter with an index': ({ name, secret }) => `/v1/models?${name.snake}[0]=${encode(secret)}`,
  'a parameter in brackets': ({ name, secret }) => `/v1/models?auth[${name.snake}]=${encode(secret)}&a=1`,
  'a parameter twice': ({ name, secret }) => `/v1/models?${name.snake}=none&${name.snake}=${encode(secret)}`,
  'a parameter of a URL in a parameter': ({ name, secret }) =>
    `/v1/fetch?url=${encode(`https://api.example.com/a?b=1&${name.snake}=${encode(secret)}`)}`,
  'a parameter of a URL in a URL in a parameter': ({ name, secret }) =>
    `/v1/fetch?url=${encode(`https://a.example.com/b?next=${encode(`https://b.example.com/c?d=1&${name.snake}=${encode(secret)}&e=2`)}`)}`,
  'JSON in a parameter': ({ name, secret }) =>
    `/v1/tools?config=${encode(JSON.stringify({ [name.camel]: secret, debug: false }))}`,
  'JSON in base64 in a parameter': ({ name, secret }) =>
    `/v1/tools?config=${encode(Buffer.from(JSON.stringify({ [name.camel]: secret })).toString('base64'))}`,
}

/** Forms in requests. */
const forms: Readonly<Record<string, (input: PlaceInput) => SentRequest>> = {
  'a field of a form': ({ name, secret }) => formRequest({ user: 'ada', [name.snake]: secret, remember: '1' }),
  'a field of a form in camel case': ({ name, secret }) => formRequest({ [name.camel]: secret }),
  'a field of a form in brackets': ({ name, secret }) => formRequest({ [`config[${name.snake}]`]: secret, a: '1' }),
  'a field of a form without a content type': ({ name, secret }) => ({
    headers: { 'content-type': '' },
    body: new URLSearchParams({ [name.snake]: secret, a: '1' }).toString(),
  }),
  'a field of a form with a charset': ({ name, secret }) => ({
    headers: { 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8' },
    body: new URLSearchParams({ a: '1', [name.snake]: secret }).toString(),
  }),
  'JSON in a field of a form': ({ name, secret }) =>
    formRequest({ payload: JSON.stringify({ settings: { [name.snake]: secret } }) }),
}

/** Parameters that only their request makes a credential. */
const exchanges: Readonly<Record<string, (secret: string) => SentRequest>> = {
  'the code of an OAuth exchange': (code) =>
    oauth({ grant_type: 'authorization_code', code, client_id: 'app', redirect_uri: 'http://localhost/callback' }),
  'the code_verifier of an OAuth exchange': (code_verifier) =>
    oauth({ grant_type: 'authorization_code', code: 'abc', code_verifier, client_id: 'app' }),
  'the client_secret of an OAuth exchange': (client_secret) =>
    oauth({ grant_type: 'client_credentials', client_id: 'app', client_secret, scope: 'all' }),
  'the refresh_token of an OAuth exchange': (refresh_token) =>
    oauth({ grant_type: 'refresh_token', refresh_token, client_id: 'app' }),
  'the assertion of an OAuth exchange': (assertion) =>
    oauth({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
  'the client_assertion of an OAuth exchange': (client_assertion) =>
    oauth({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  'the device_code of an OAuth exchange': (device_code) =>
    oauth({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code, client_id: 'app' }),
  'the subject_token of an OAuth exchange': (subject_token) =>
    oauth({ grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token, audience: 'a' }),
  'the password of an OAuth exchange': (password) => oauth({ grant_type: 'password', username: 'ada', password }),
  'the code of an OAuth exchange in JSON': (code) => ({
    path: '/oauth/token',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'authorization_code', code, client_id: 'app' }),
  }),
  'the token of a revocation': (token) => ({
    ...formRequest({ token, token_type_hint: 'access_token' }),
    path: '/revoke',
  }),
  'the code of a redirect to this machine': (code) => ({
    path: `/callback?code=${encode(code)}&state=xyz`,
    method: 'GET',
  }),
}

const signed: Readonly<Record<string, string>> = {
  'a URL signed by AWS': 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=',
  'the session of a URL signed by AWS': 'X-Amz-Expires=900&X-Amz-Security-Token=',
  'a URL signed by Google': 'X-Goog-Expires=900&X-Goog-Signature=',
  'a URL signed by Azure': 'sv=2022-11-02&se=2026-01-01&sp=r&sig=',
  'a URL signed by CloudFront': 'Expires=1767225600&Key-Pair-Id=K2JCJMDEHXQW5F&Signature=',
  'a URL with hmac': 'expires=1767225600&hmac=',
}

const looksSigned = (secret: string): 'yes' | 'no' =>
  /^[\w+/=-]{20,}$/.test(secret) && /\d/.test(secret) ? 'yes' : 'no'

const at = (path: string): Step[] => sends({ path, method: 'GET' })

/** Addresses of requests and forms. */
export const addressPlaces: readonly Place[] = [
  ...Object.entries(queries).map(
    ([name, address]): Place => ({ name, reach: 'value', steps: (input) => at(address(input)) }),
  ),
  ...Object.entries(forms).map(
    ([name, form]): Place => ({ name, reach: 'value', steps: (input) => sends(form(input)) }),
  ),
  ...Object.entries(exchanges).map(
    ([name, exchange]): Place => ({
      name,
      reach: 'value',
      steps: ({ secret }) => sends(exchange(secret)),
    }),
  ),
  ...Object.entries(signed).flatMap(([title, query]): Place[] => {
    const common = { reach: 'value', accepts: looksSigned } as const
    return [
      { ...common, name: title, steps: ({ secret }) => at(`/bucket/a.png?${query}${encode(secret)}`) },
      {
        ...common,
        name: `${title}, in a response`,
        steps: ({ secret }) => receives(jsonAnswer({ url: `https://b.example.com/a.png?${query}${encode(secret)}` })),
      },
    ]
  }),
  {
    name: 'the fragment of a request',
    reach: 'value',
    steps: ({ name, secret }) => at(`/callback?a=1#${name.snake}=${encode(secret)}&state=xyz`),
  },
  bare('a segment of the path', ({ secret }) => `/s/${encode(secret)}/mcp`),
  bare('the last segment of the path', ({ secret }) => `/bot/${encode(secret)}`),
  bare('a segment of the path after bot', ({ secret }) => `/bot${encode(secret)}/sendMessage`),
  bare('a parameter without a telling name', ({ secret }) => `/search?q=${encode(secret)}&page=1`),
  bare('a sentence in a parameter', ({ secret }) => `/search?q=${encode(`is ${secret} valid?`)}`),
  bare('a parameter that is escaped twice', ({ secret }) => `/search?next=${encode(encode(`/a?b=${encode(secret)}`))}`),
  bare('the name of a parameter', ({ secret }) => `/search?${encode(secret)}`),
  {
    name: 'a field of a form without a telling name',
    reach: 'bare',
    steps: ({ secret }) => sends(formRequest({ text: secret, a: '1' })),
  },
  {
    name: 'a sentence in a form',
    reach: 'bare',
    steps: ({ secret }) => sends(formRequest({ text: `is ${secret} valid?` })),
  },
]

function oauth(fields: Readonly<Record<string, string>>): SentRequest {
  return { ...formRequest(fields), path: '/oauth/token' }
}

function bare(name: string, address: Address): Place {
  return { name, reach: 'bare', fits: 'line', steps: (input) => at(address(input)) }
}
