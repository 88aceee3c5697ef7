import { expect, test } from 'vitest'
import { looksLikeCredential } from './looks-like-credential.ts'

test.each([
  ['base32', 'FTOEFHSETQSSUVJHTO5OTU2KC4ZJKEPD'],
  ['letters of both cases and digits', 'aZ9kQ2mX7bT4wL1pRs8d'],
  ['letters without a vowel', 'xkcdwrtplmqzbnvfghjk'],
])('%s look like a credential', (_, text) => {
  expect(looksLikeCredential(text)).toBe(true)
})

test.each([
  ['a short text', 'aZ9kQ2mX7b'],
  ['a name in capital letters', 'MAXIMUMREQUESTSPERMINUTE2'],
  ['a setting', 'OPENAI_API_KEY_PRODUCTION_2'],
  ['an identifier', 'getUserById2FromDatabase'],
  ['a slug', 'sk-telecom-launches-5g-network-2024'],
  ['a UUID', '08e1f8d1-8690-4b2c-aec9-235759c77b30'],
  ['a date', '2026-11-26T19:05:00.000Z'],
  ['a path', '/home/me/projects/a1b2c3/index.ts'],
  ['a URL', 'https://example.com/a1B2c3D4e5F6'],
  ['a sentence', 'this is the 3rd text about 42 keys'],
])('%s does not', (_, text) => {
  expect(looksLikeCredential(text)).toBe(false)
})
