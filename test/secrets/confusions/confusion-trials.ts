import { formRequest, jsonRequest } from '../places/carriers.ts'
import type { SentRequest } from '../places/place.ts'

/** Two requests that differ in a value behind a name that is only sometimes a credential. */
export interface ConfusionTrial {
  readonly name: string
  readonly place: string
  readonly values: readonly [string, string]
  readonly requests: readonly [SentRequest, SentRequest]
}

const names = ['key', 'token', 'sig', 'signature', 'auth', 'secret', 'code', 'pass', 'keys', 'tokens']

const pairs: readonly (readonly [string, string])[] = [
  ['language', 'timezone'],
  ['user.name', 'user.email'],
  ['theme-color', 'theme-contrast'],
  ['settings/notifications', 'settings/appearance'],
  ['a', 'b'],
  ['1', '2'],
  ['2024', '2025'],
  ['de-DE', 'en-US'],
  ['ArrowUp', 'ArrowDown'],
  ['getUserById', 'getUserByName'],
  ['MAX_TOKENS', 'MIN_TOKENS'],
  ['none', 'basic'],
  ['SAVE20', 'SAVE30'],
  ['article-2024-01', 'article-2024-02'],
  ['Straße', 'Gasse'],
]

const places: Readonly<Record<string, (name: string, value: string) => SentRequest>> = {
  'a query': (name, value) => ({ path: `/v1/settings?a=1&${name}=${encodeURIComponent(value)}` }),
  'a form': (name, value) => formRequest({ a: '1', [name]: value }),
  'a multipart form': (name, value) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=form-boundary' },
    body: `--form-boundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--form-boundary--\r\n`,
  }),
  JSON: (name, value) => jsonRequest({ a: 1, [name]: value }),
  'JSON at depth': (name, value) => jsonRequest({ input: { filter: [{ [name]: value }] } }),
  'JSON in JSON': (name, value) => jsonRequest({ arguments: JSON.stringify({ [name]: value }) }),
  'variables of GraphQL': (name, value) => jsonRequest({ query: 'query A { a }', variables: { [name]: value } }),
  'a list in JSON': (name, value) => jsonRequest({ [name]: [value] }),
  'lines of JSON': (name, value) => ({
    headers: { 'content-type': 'application/x-ndjson' },
    body: `{"index":{}}\n${JSON.stringify({ [name]: value })}\n`,
  }),
  XML: (name, value) => ({ headers: { 'content-type': 'text/xml' }, body: `<a><${name}>${value}</${name}></a>` }),
  'a URL in JSON': (name, value) => jsonRequest({ url: `https://a.test/b?${name}=${encodeURIComponent(value)}` }),
  'a prompt': (name, value) => jsonRequest({ messages: [{ role: 'user', content: `Use ${name}=${value} please.` }] }),
}

/** All names, places and pairs of values. */
export const confusionTrials: readonly ConfusionTrial[] = Object.entries(places).flatMap(([place, request]) =>
  names.flatMap((name) =>
    pairs.map((values): ConfusionTrial => {
      const [first, second] = values
      return { name, place, values, requests: [request(name, first), request(name, second)] }
    }),
  ),
)
