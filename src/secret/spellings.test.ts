import { expect, test } from 'vitest'
import { hasOddEscapes, spellingsOf, toEscapedPattern } from './spellings.ts'

const KEY = 'a/b"Zq8&vT2mNf4L'

test.each([
  ['plain', KEY],
  ['JSON', JSON.stringify(KEY)],
  ['JSON in JSON', JSON.stringify(JSON.stringify(KEY))],
  ['JSON with escaped slashes', JSON.stringify(KEY).replaceAll('/', '\\/')],
  ['a URL', encodeURIComponent(KEY)],
  ['a URL in a URL', encodeURIComponent(encodeURIComponent(KEY))],
  ['HTML', KEY.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['hexadecimal digits', Buffer.from(KEY).toString('hex')],
  ['capital hexadecimal digits', Buffer.from(KEY).toString('hex').toUpperCase()],
  ['UTF-16', Buffer.from(KEY, 'utf16le').toString('latin1')],
  ['base64', Buffer.from(KEY).toString('base64')],
  ['base64 after one byte', Buffer.from(`x${KEY} after`).toString('base64')],
  ['base64 after two bytes', Buffer.from(`xy${KEY} after`).toString('base64')],
  ['base64 for URLs', Buffer.from(`??${KEY}`).toString('base64url')],
])('a credential is found in %s', (_, text) => {
  expect([...spellingsOf(KEY).all].filter((spelling) => text.includes(spelling))).not.toEqual([])
})

test('a credential is found if any of its characters is escaped', () => {
  const pattern = toEscapedPattern('k-1/Z')
  for (const text of ['k\\u002d1\\/Z', 'k%2D1%2fZ', 'k&#45;1/&#x5a;', 'k\\x2d1/Z', '\\\\u006b-1/Z'])
    expect({ text, odd: hasOddEscapes(text), found: text.replace(pattern, '*') }).toEqual({
      text,
      odd: true,
      found: '*',
    })
  expect('k_1/Z'.replace(pattern, '*')).toBe('k_1/Z')
})
