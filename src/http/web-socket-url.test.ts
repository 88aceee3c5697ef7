import { expect, test } from 'vitest'
import { isWebSocketUrl, toHttpUrl, toWebSocketUrl } from './web-socket-url.ts'

test.each([
  ['https://a.test/x?u=http://b', 'wss://a.test/x?u=http://b'],
  ['HTTP://a.test/', 'ws://a.test/'],
])('%s and %s are the same address', (http, ws) => {
  expect([toWebSocketUrl(http), toHttpUrl(ws), toHttpUrl(http)]).toEqual([ws, http.replace('HTTP', 'http'), http])
  expect([
    isWebSocketUrl(ws),
    isWebSocketUrl(ws.toUpperCase()),
    isWebSocketUrl(http),
    isWebSocketUrl('wsx://a'),
  ]).toEqual([true, true, false, false])
})
