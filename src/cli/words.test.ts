import { expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { oneOfWords, toPattern } from './words.ts'

test('a known word is returned as it is', () => {
  expect(oneOfWords('--format', 'json', ['text', 'json'])).toBe('json')
})

test.each([
  ['jsn', ['text', 'json', 'github'], '--format is "jsn", and must be text, json or github. Did you mean json?'],
  ['', ['text', 'json'], '--format is "", and must be text or json.'],
  ['TEXT', ['text'], '--format is "TEXT", and must be text. Did you mean text?'],
  ['xml', ['text', 'json'], '--format is "xml", and must be text or json.'],
])('the word "%s" is refused with the known ones', (word, words, message) => {
  expect(() => oneOfWords('--format', word, words)).toThrow(new UsageError(message))
})

test.each([
  ['acct_\\w+', /acct_\w+/],
  ['/acct_\\w+/i', /acct_\w+/i],
  ['/a/b/', /a\/b/],
  ['/a\nb/s', /a\nb/s],
])('the pattern %j is read with or without slashes', (text, pattern) => {
  const { source, flags } = toPattern('--pattern', text)
  expect({ source, flags }).toEqual({ source: pattern.source, flags: pattern.flags })
})

test.each(['(', '[a', '/a/ii', '/(/'])('the pattern %s is refused', (text) => {
  expect(() => toPattern('--pattern', text)).toThrow(
    new UsageError(`--pattern is "${text}", and must be a regular expression such as sk-test-\\w+ or /sk-test-\\w+/i.`),
  )
})

test.each(['', '.*', 'x?', '/(?:)/', '|a', '/^/m'])('the pattern "%s", which matches any text, is refused', (text) => {
  expect(() => toPattern('--allow', text)).toThrow(
    new UsageError(`--allow is "${text}", which matches any text. Write a pattern of the texts that you mean.`),
  )
})
