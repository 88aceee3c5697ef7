import { expect, test } from 'vitest'
import { cassettePath, isCassetteName } from './cassette-path.ts'

const nameOf = (name: string): string => cassettePath({ file: '/app/greet.test.ts', name }).split('/').at(-1) ?? ''

test('a cassette is next to its test file, in a folder named after that file', () => {
  expect(cassettePath({ file: '/app/src/greet.test.ts', name: 'greeting > says hi' })).toBe(
    '/app/src/__cassettes__/greet.test.ts/greeting-says-hi.yaml',
  )
})

test('an explicit name replaces the name of the test', () => {
  expect(cassettePath({ file: 'C:\\app\\greet.test.ts', name: 'x' }, 'Says hi')).toBe(
    'C:\\app\\__cassettes__\\greet.test.ts\\says-hi.yaml',
  )
})

test.each([
  ["case 'a1'", 'case-a1.yaml'],
  ['case a1', 'case-a1.yaml'],
  ['GET /v1/chat?x=1 → 200', 'get-v1-chat-x-1-200.yaml'],
  ['../../etc/passwd', 'etc-passwd.yaml'],
  ['olá, 世界', 'olá-世界.yaml'],
  ['a\0\n\u001b[31m', 'a-31m.yaml'],
  ['CON', 'test-con.yaml'],
  ['', 'test-811c9dc5.yaml'],
  ['→', 'test-9f874291.yaml'],
])('the cassette of the test %j is named %s', (name, file) => {
  expect(nameOf(name)).toBe(file)
})

// The names that Vitest 4.1 and 5.1 give to the same case of test.each.
test.each([
  ["asks 'the quick brown fox jumps over the la…' twice", 'asks the quick brown fox jumps over the lazy… twice'],
  ["'don\\'t abcdefghijklmnopqrstuvwxyz0123…'", "don't abcdefghijklmnopqrstuvwxyz0123456…"],
  [`'it\\'s "x" abcdefghijklmnopqrstuvwxyz0…'`, `it's "x" abcdefghijklmnopqrstuvwxyz0123…`],
  ["'line one\\nline two abcdefghijklmnopqr…'", 'line one\nline two abcdefghijklmnopqrstu…'],
  ["[ 'it\\'s', …(2) ] 'a' { …(2) }", "[ 'it's', …(2) ] a { …(2) }"],
])('%j and %j have the same cassette', (inVitest4, inVitest5) => {
  expect(nameOf(inVitest5)).toBe(nameOf(inVitest4))
})

test.each(['long '.repeat(100), '世'.repeat(200), '𝒳'.repeat(200)])(
  'a long name is shortened for every file system, and stays unique',
  (name) => {
    expect(Buffer.byteLength(nameOf(name))).toBeLessThan(160)
    expect(nameOf(name)).not.toBe(nameOf(`${name}2`))
    expect(() => encodeURIComponent(nameOf(name))).not.toThrow()
  },
)

test.each([
  'gpt-4.1 says hi',
  'v1.0',
  'e.g. this',
  'readme.md',
  '..',
  'asks {topic}',
  '[en] says hi',
  'yaml',
  'a.yaml b',
])('%j is the name of a cassette', (name) => {
  expect(isCassetteName(name)).toBe(true)
})

test.each([
  'greeting.yaml',
  'greeting.YML',
  'greeting.yaml.gz',
  'greeting.json',
  'greeting.har',
  'fixtures/greeting',
  'fixtures\\greeting',
  './greeting',
  'file:///app/greeting.yaml',
  '{"log": {"entries": []}}',
  '[{"scope": "https://api.test"',
  '{version: 2, interactions: []}',
  'version: 2\ninteractions: []\n',
  '',
])('%j is a path or the text of a cassette', (source) => {
  expect(isCassetteName(source)).toBe(false)
})
