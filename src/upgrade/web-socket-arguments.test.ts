import { afterEach, expect, test, vi } from 'vitest'
import { toWebSocketArguments } from './web-socket-arguments.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function read(...args: Parameters<typeof toWebSocketArguments>) {
  const { url, headers } = toWebSocketArguments(...args)
  return { url, headers: Object.fromEntries(headers) }
}

const URL_TEXT = 'wss://api.test/v1?m=1'

test.each<[string, Parameters<typeof toWebSocketArguments>, Record<string, string>]>([
  ['a URL alone', [URL_TEXT], {}],
  ['a URL object', [new URL(URL_TEXT)], {}],
  ['one subprotocol', [URL_TEXT, 'chat'], { 'sec-websocket-protocol': 'chat' }],
  ['several subprotocols', [URL_TEXT, ['a', 'b.c']], { 'sec-websocket-protocol': 'a, b.c' }],
  ['an empty list', [URL_TEXT, []], {}],
  [
    'the options of Bun and Deno',
    [URL_TEXT, { headers: { 'X-A': '1' }, protocols: ['a'] }],
    { 'x-a': '1', 'sec-websocket-protocol': 'a' },
  ],
  ['the options of ws', [URL_TEXT, 'a', { headers: { 'X-A': '1' } }], { 'x-a': '1', 'sec-websocket-protocol': 'a' }],
  ['the options of ws without a subprotocol', [URL_TEXT, undefined, { headers: [['X-A', '1']] }], { 'x-a': '1' }],
])('%s is read', (_name, args, headers) => {
  expect(read(...args)).toEqual({ url: URL_TEXT, headers })
})

test.each([
  ['https://api.test/x', 'wss://api.test/x'],
  ['http://api.test', 'ws://api.test/'],
  ['WSS://API.test/x', 'wss://api.test/x'],
])('%s becomes %s', (text, url) => {
  expect(toWebSocketArguments(text).url).toBe(url)
})

test('in a page, a URL can be relative', () => {
  vi.stubGlobal('location', { href: 'https://app.test/chat/' })
  expect([toWebSocketArguments('/live').url, toWebSocketArguments('live?a').url]).toEqual([
    'wss://app.test/live',
    'wss://app.test/chat/live?a',
  ])
})

test.each(['', 'nowhere', '/live', 'ftp://api.test', 'wss://api.test/#a', 'wss://'])(
  'the URL "%s" is a SyntaxError',
  (url) => {
    expect(() => toWebSocketArguments(url)).toThrow(
      expect.objectContaining({ name: 'SyntaxError', message: `The URL of a WebSocket is invalid: ${url}` }),
    )
  },
)

test.each([['a b'], [''], ['a,b'], [['a', 'a']], [['a', 'é']]])(
  'the subprotocols %j are a SyntaxError',
  (protocols) => {
    expect(() => toWebSocketArguments(URL_TEXT, protocols)).toThrow(expect.objectContaining({ name: 'SyntaxError' }))
  },
)
