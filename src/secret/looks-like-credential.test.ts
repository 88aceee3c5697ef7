import { expect, test } from 'vitest'
import { isDescription, isLabel, isPlaceholder, isUuid, looksLikeCredential, reachOf } from './looks-like-credential.ts'

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

test.each([
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nabc', true],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nabc', false],
  ['base64 with a slash', 'aZ9kQ2mX/bT4wL1pRs8d+Yc6D/Zq8vT2mNf4LwXk7RbJ3hYc6D=', true],
  ['base64 with a word between slashes', `${'aZ9kQ2mX7bT4wL1pRs8d'.repeat(2)}/hello/Yc6D=`, true],
  ['a path of random folders', 'aZ9kQ2mX7bT4wL1p/hello/Yc6DZq8vT2mNf4LwXk7R', false],
  ['hexadecimal digits', '3f9a8c1e7b2d4056a1c8e9f0', true],
  ['hexadecimal capital letters', '3F9A8C1E7B2D4056A1C8E9F0', true],
  ['small letters and digits', 'x7k2m9q4z8w3n6p1t5r0', true],
  ['capital letters and digits', 'X7K2M9Q4Z8W3N6P1T5R0', true],
  ['12 characters', 'aZ9kQ2mX7bT4', true],
  ['11 characters', 'aZ9kQ2mX7bT', false],
  ['random parts of 10 characters', 'aZ9kQ-mX7bT-..', true],
  ['random parts of 9 characters', 'aZ9kQ-mX7b-...', false],
  ['a password of a generator', 'a!B2#c$D4%e^F6&g', true],
  ['a short one', 'a!B2#c$D4%e^F6&', false],
  ['one without digits', 'a!Bx#c$Dy%e^Fz&g', false],
  ['a query', 'aB!x=1&y=2&Z=3#a$b', false],
  ['a condition', 'a!B2#c$D4&&e^F6&g', false],
  ['a key with a blank', 'aZ9kQ2mX7bT4 wL1pRs8d', false],
  ['a key with a letter of another alphabet', 'aZ9kQ2mX7bT4wL1pRs8dü', false],
  ['a digest with its name', 'sha256:3f9a8c1e7b2d4056a1c8e9f0', false],
  ['an e-mail address', 'aZ9kQ2mX7bT4wL1p@example.test', false],
  ['an id with a prefix', 'req_08e1f8d1-8690-4b2c-aec9-235759c77b30', false],
  ['acronyms', 'XMLHttpRequestToJSON2', false],
  ['a long number', '12345678901234567890', false],
])('whether %s looks like a credential, such as %s', (_, text, expected) => {
  expect(looksLikeCredential(text)).toBe(expected)
})

test('a long text is judged by its beginning', () => {
  expect(looksLikeCredential('aZ9kQ2mX7bT4wL1pRs8d'.padEnd(512, '-'))).toBe(true)
  expect(looksLikeCredential('aZ9kQ2mX7bT4wL1pRs8d'.padStart(540, '-'))).toBe(false)
  expect(looksLikeCredential(`aZ9kQ2mX7bT4wL1pRs8d${'-'.repeat(500)} ü`)).toBe(true)
})

test.each([
  ...[
    '<REDACTED>',
    '[filtered]',
    '{{ api_key }}',
    '$TOKEN',
    `\${token}`,
    '%TOKEN%',
    'your-api-key',
    'xxx',
    '***',
    '...',
  ],
  ...['Bearer <token>', 'basic  ***', ' masked ', '__secret__', '<my key>', '[my.key]', '(hidden)'],
])('%j is a placeholder', (text) => {
  expect(isPlaceholder(text)).toBe(true)
})

test.each([
  ...['$ummer', '$summer_2', 'xx', '**', 'x'.repeat(81), 'secrets', 'my secret', 'redacted!', '<>', '<a/b>', 'yours'],
  ...['', '%a b%', `<${'x'.repeat(61)}>`, `${' '.repeat(120)}***`],
])('%j is no placeholder', (text) => {
  expect(isPlaceholder(text)).toBe(false)
})

test.each([
  ...['string', 'Required', 'null', 'must be at least 8 characters', 'Enter password', 'Wrong user or password.'],
  ...['the key', 'key is wrong', 'Your key, please', "it can't be empty"],
])('%j is a description', (text) => {
  expect(isDescription(text)).toBe(true)
})

test.each([
  'strings',
  'tulip',
  'correct horse battery staple',
  'Tulip rose',
  'tulip-is-rose',
  'isabel rose',
  `is ${'x'.repeat(1000)}`,
])('%j is no description', (text) => {
  expect(isDescription(text)).toBe(false)
})

test.each([
  ['password', 'Password', true],
  ['password', 'Password:', true],
  ['password_confirmation', 'Confirmation of password *', true],
  ['passwordConfirmation', 'Password confirmation?', true],
  ['password2', 'New password', true],
  ['PASSWORD', 'the PASSWORD', true],
  ['password', 'one two three four password', false],
  ['password', 'tulip', false],
  ['password', 'passwords', false],
  ['password', 'password1', false],
  ['password', `password ${'x'.repeat(60)}`, false],
])('whether, under the name %s, the text %j is a label', (name, text, expected) => {
  expect(isLabel(name, text)).toBe(expected)
})

test.each([
  ['aZ9kQ2mX7bT4wL1pRs8d', 'anywhere'],
  ['aZ9kQ2mX7bT4', 'whole'],
  ['aZ9kQ2m', 'nowhere'],
  ['08e1f8d1-8690-4b2c-aec9-235759c77b30', 'whole'],
  ['1234567890123456', 'whole'],
  ['123456789012345', 'nowhere'],
  ['tulip-and-rose-and-daisy', 'whole'],
  ['tulipandroseanddaisy', 'nowhere'],
  ['tulip4711', 'whole'],
  ['tulip!rose', 'whole'],
  ['tulip-rose', 'nowhere'],
  ['tulip3 rose4 lily5 daisy', 'whole'],
  ['tulip3 rose4 lily5daisy', 'nowhere'],
  ['a1 b2 c3 d4 e5 f6', 'nowhere'],
  ['/home/me/tulip4711', 'nowhere'],
  ['<REDACTED>', 'nowhere'],
  ['must be 8 characters', 'nowhere'],
])('%s is recognized %s', (value, expected) => {
  expect(reachOf(value)).toBe(expected)
})

test('a UUID is recognized whole only', () => {
  const uuid = '08E1f8d1-8690-4b2c-aec9-235759c77b30'
  expect([uuid, `${uuid}0`, `a${uuid}`, uuid.replaceAll('-', '')].map(isUuid)).toEqual([true, false, false, false])
})
