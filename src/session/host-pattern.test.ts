import { expect, test } from 'vitest'
import { parseHostPattern } from './host-pattern.ts'

const matches = (pattern: string, url: string): boolean | undefined => parseHostPattern(pattern)?.(new URL(url))

test.each([
  ['api.openai.com', 'https://api.openai.com/v1', true],
  ['API.OpenAI.com', 'https://api.openai.com/v1', true],
  ['api.openai.com', 'https://api.openai.com.evil.test/', false],
  ['api.openai.com:443', 'https://api.openai.com/v1', true],
  ['api.openai.com:443', 'http://api.openai.com/v1', false],
  ['*.example.com', 'https://a.example.com/', true],
  ['*.example.com', 'https://example.com/', false],
  ['*.example.com', 'https://notexample.com/', false],
  ['*', 'https://anything.test:8080/', true],
  ['*', 'http://localhost:11434/', true],
  ['*:8080', 'https://anything.test:8080/', true],
  ['*:8080', 'https://anything.test/', false],
  ['localhost', 'http://localhost:11434/', true],
  ['localhost:*', 'http://localhost:11434/', true],
  ['localhost:*', 'http://127.0.0.1:11434/', false],
  ['localhost:11434', 'http://localhost:11434/', true],
  ['localhost:11434', 'http://localhost:1143/', false],
  ['[::1]:8080', 'http://[::1]:8080/', true],
  ['127.1', 'http://127.0.0.1/', true],
  ['münchen.test', 'https://xn--mnchen-3ya.test/', true],
])('%s and %s', (pattern, url, expected) => {
  expect(matches(pattern, url)).toBe(expected)
})

test.each([
  '',
  '*.',
  '*foo.com',
  'api.*.com',
  'localhost:',
  'localhost:abc',
  'localhost:1:2',
  '*.*',
  '**',
  'a b',
  'a/b',
  'user@host',
  '*.:80',
])('no URL can match %j', (pattern) => {
  expect(parseHostPattern(pattern)).toBe(undefined)
})
