import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { checkHosts, createHostFilter, isRemote } from './covered-hosts.ts'

const matcher = createRequestMatcher({}, { request: (request) => request, headers: (headers) => headers })
const recorded = buildCassette({ url: 'https://api.test/v1' }, { url: 'http://localhost:11434/api' })

const URLS = [
  'https://api.test/other',
  'http://api.test/v1',
  'https://api.test:8443/v1',
  'https://other.test/',
  'http://localhost:11434/x',
  'http://localhost:1234/x',
]

test.each([
  ['recorded-hosts', undefined, [0, 4]],
  ['all-hosts', undefined, [0, 1, 2, 3, 4]],
  ['all-hosts', ['other.test'], [0, 3, 4]],
  ['recorded-hosts', ['localhost:*'], [0, 4, 5]],
  ['recorded-hosts', ['*'], [0, 1, 2, 3, 4, 5]],
  ['all-hosts', [], [0, 4]],
] as const)('with reach %s and hosts %j, a session answers for its own origins and these', (reach, hosts, covered) => {
  const isCovered = createHostFilter(recorded, matcher, hosts, reach)
  expect(URLS.filter(isCovered)).toEqual(covered.map((index) => URLS[index]))
})

test('a subdomain pattern does not match a host that only ends like it', () => {
  const isCovered = createHostFilter(buildCassette(), matcher, ['*.example.com'], 'all-hosts')
  const hosts = ['api.example.com', 'a.b.example.com', 'notexample.com', 'example.com.evil.test', 'example.com']
  expect(hosts.filter((host) => isCovered(`https://${host}/`))).toEqual(['api.example.com', 'a.b.example.com'])
})

test.each([
  ['https://api.test/', true],
  ['http://192.168.1.10/', true],
  ['http://localhost.example.com/', true],
  ['http://128.0.0.1/', true],
  ['http://localhost:3000/', false],
  ['http://app.localhost/', false],
  ['http://127.0.0.1:8080/', false],
  ['http://127.8.9.10/', false],
  ['http://0.0.0.0:1/', false],
  ['http://[::1]:1/', false],
  ['http://[::]:1/', false],
  ['ws://api.test/', false],
  ['data:text/plain,hi', false],
])('%s leads to another machine: %s', (url, expected) => {
  expect(isRemote(new URL(url))).toBe(expected)
})

test('a pattern that can never match is refused', () => {
  expect(() => checkHosts(['https://api.test'], 'hosts')).toThrow(
    /The option "hosts" is .*must be a list of hosts such as/,
  )
  expect(() => checkHosts(['api.test', '*.example.com', 'localhost:*', '*'], 'hosts')).not.toThrow()
})
