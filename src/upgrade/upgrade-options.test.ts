import { expect, test } from 'vitest'
import { toUpgradeCall } from './upgrade-options.ts'

const headers = { Upgrade: 'WebSocket', Connection: 'Upgrade' }
const callback = (): void => {}

test.each<[args: unknown[], url: string | undefined]>([
  [[{ host: 'api.test', port: 443, path: '/v1?a=1', headers }], 'wss://api.test/v1?a=1'],
  [[{ hostname: 'api.test', port: '8443', headers }], 'wss://api.test:8443/'],
  [[{ host: '::1', port: 8443, path: '/', headers }], 'wss://[::1]:8443/'],
  [[{ host: 'api.test', path: '//two/slashes', headers }], 'wss://api.test//two/slashes'],
  [['https://api.test/v1', { headers }], 'wss://api.test/v1'],
  [[new URL('https://api.test/v1'), { headers }, callback], 'wss://api.test/v1'],
  [[{ host: 'api.test', headers: { upgrade: 'h2c' } }], undefined],
  [[{ host: 'api.test', headers: ['upgrade', 'websocket'] }], undefined],
  [[{ host: 'api.test' }], undefined],
  [[{ socketPath: '/run/a.sock', headers }], undefined],
  [['https://api.test/v1'], undefined],
  [[], undefined],
])('the call %j opens %s', (args, url) => {
  expect(toUpgradeCall(args, 'https:')?.url).toBe(url)
})

test('the URL of a call becomes a part of its options, and the callback stays', () => {
  expect(toUpgradeCall(['https://api.test:8443/v1?a=1', { headers }, callback], 'https:')).toEqual({
    url: 'wss://api.test:8443/v1?a=1',
    options: { hostname: 'api.test', port: '8443', path: '/v1?a=1', headers },
    callback,
  })
})
