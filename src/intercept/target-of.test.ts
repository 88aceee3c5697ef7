import { expect, test } from 'vitest'
import { targetOf } from './target-of.ts'

test.each<[readonly unknown[], string, string | undefined]>([
  [['https://api.test/a?b=1'], 'https:', 'https://api.test/a?b=1'],
  [[new URL('http://api.test:81/a'), { method: 'POST' }], 'http:', 'http://api.test:81/a'],
  [['http://api.test/a', { host: 'other.test', port: 82, path: '/b' }], 'http:', 'http://other.test:82/b'],
  [[{ hostname: 'api.test', path: '/a' }], 'https:', 'https://api.test/a'],
  [[{ protocol: 'https:', host: '::1', port: '8443' }], 'http:', 'https://[::1]:8443/'],
  [[{ port: 3000 }, () => {}], 'http:', 'http://localhost:3000/'],
  [[{ socketPath: '/var/run/docker.sock', path: '/info' }], 'http:', 'http://localhost/'],
  [['wss://api.test/socket'], '', 'https://api.test/socket'],
  [[], '', undefined],
  [[null], 'http:', 'http://localhost/'],
  [[{ host: 'not a host' }], 'http:', undefined],
])('the arguments %j of %s lead to %s', (args, protocol, url) => {
  expect(targetOf(args, protocol)).toBe(url)
})
