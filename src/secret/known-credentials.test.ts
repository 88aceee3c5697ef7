import { expect, test } from 'vitest'
import { KnownCredentials } from './known-credentials.ts'

/** Random, and found anywhere; the other one is short, and found as a whole word. */
const TOKEN = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'
const WORD = 'tulip-42'

function know(...credentials: readonly string[]): KnownCredentials {
  const known = new KnownCredentials()
  for (const credential of credentials) known.add(credential)
  return known
}

test.each([
  ['the beginning', `${TOKEN} is it`, 'REDACTED is it'],
  ['the end', `it is ${TOKEN}`, 'it is REDACTED'],
  ['a word', `a${TOKEN}b`, 'aREDACTEDb'],
  ['a word before an equals sign', `a+${TOKEN}==`, 'a+REDACTED=='],
  ['itself', TOKEN + TOKEN, 'REDACTEDREDACTED'],
  ['the name of a member', `{"${TOKEN}":1}`, '{"REDACTED":1}'],
  ['odd escapes', `it is ${TOKEN.replace('Z', '\\u005a')}.`, 'it is REDACTED.'],
])('a random credential is replaced in %s', (_, text, redacted) => {
  expect(know(TOKEN).replace(text)).toBe(redacted)
})

test.each([
  ['the beginning', 'tulip-42 is it', 'REDACTED is it'],
  ['the end', 'it is tulip-42', 'it is REDACTED'],
  ['a sentence', 'it is tulip-42.', 'it is REDACTED.'],
  ['a list', 'rose,tulip-42,lily', 'rose,REDACTED,lily'],
  ['a member of JSON', '{"a":"tulip-42","b":1}', '{"a":"REDACTED","b":1}'],
  [
    'a member of JSON in JSON',
    '{"a":"{\\"a\\":\\"tulip-42\\",\\"b\\":1}"}',
    '{"a":"{\\"a\\":\\"REDACTED\\",\\"b\\":1}"}',
  ],
  ['a line of JSON', '{"a":"it is:\\ntulip-42\\n"}', '{"a":"it is:\\nREDACTED\\n"}'],
  ['a line of Windows in JSON', '{"a":"it is:\\r\\ntulip-42"}', '{"a":"it is:\\r\\nREDACTED"}'],
  ['a column of JSON', '{"a":"it is:\\ttulip-42"}', '{"a":"it is:\\tREDACTED"}'],
  ['a page of JSON', '{"a":"it is:\\ftulip-42"}', '{"a":"it is:\\fREDACTED"}'],
  ['JSON after an erased character', '{"a":"it is:\\btulip-42"}', '{"a":"it is:\\bREDACTED"}'],
  ['a URL in a URL', '?a=b%3Dtulip-42', '?a=b%3DREDACTED'],
  ['a parameter that Go escapes', '{"a":"?a=b\\u0026tulip-42"}', '{"a":"?a=b\\u0026REDACTED"}'],
  ['JavaScript', "'a\\x3dtulip-42'", "'a\\x3dREDACTED'"],
  ['odd escapes', '{"a":"tulip\\u002d42"}', '{"a":"REDACTED"}'],
  ['HTML', '<b>tulip&#45;42</b>', '<b>REDACTED</b>'],
])('a short credential is replaced in %s', (_, text, redacted) => {
  expect(know(WORD).replace(text)).toBe(redacted)
})

test.each([
  ['a longer word', 'atulip-42 and tulip-42b and tulip-422'],
  ['a word with a hyphen', 'rose-tulip-42'],
  ['a word with an underscore', '_tulip-42 and tulip-42_'],
  ['a word that ends like an escape', 'ntulip-42 rtulip-42 ttulip-42'],
  ['the name of a member', '{"tulip-42":1}'],
  ['the name of a member before blanks', `{"tulip-42"${' '.repeat(20)}:1}`],
  ['the name of a member of JSON in JSON', '{"a":"{\\"tulip-42\\": 1}"}'],
  ['a longer word beside odd escapes', '{"a":"atulip-42 and tulip-42b","b":"\\u002d"}'],
  ['a longer word with odd escapes', '{"a":"atulip\\u002d42 and tulip%2D42b"}'],
  ['the name of a member beside odd escapes', '{"tulip-42":"\\u002d"}'],
])('a short credential is not replaced in %s', (_, text) => {
  expect(know(WORD).replace(text)).toBe(text)
})

test.each([
  ['alone', TOKEN, `it is ${btoa(TOKEN)}.`, 'it is REDACTED.'],
  ['before another byte', TOKEN, btoa(`${TOKEN}x`), 'REDACTEDA=='],
  ['after one byte', TOKEN, btoa(`x${TOKEN}xyz`), 'eREDACTEDh5eg=='],
  ['after two bytes', TOKEN, btoa(`xy${TOKEN}xyz`), 'eHREDACTED4eXo='],
  ['after three bytes', TOKEN, btoa(`xyz${TOKEN}xyz`), 'eHlREDACTEDHl6'],
  ['with one character of padding', `${TOKEN}ef`, `it is ${btoa(`${TOKEN}ef`)}.`, 'it is REDACTED.'],
  ['with two characters of padding', `${TOKEN}e`, `it is ${btoa(`${TOKEN}e`)}.`, 'it is REDACTED.'],
  ['with padding and a sign', `${TOKEN}e`, `it is ${btoa(`${TOKEN}e`)}=`, 'it is REDACTED='],
  ['without padding', `${TOKEN}e`, `it is ${btoa(`${TOKEN}e`).replace('==', '')}.`, 'it is REDACTED.'],
  ['in JSON', TOKEN, JSON.stringify({ a: btoa(`xy${TOKEN}`), b: 1 }), '{"a":"eHREDACTED","b":1}'],
  ['after a plus', TOKEN, `a+${btoa(TOKEN)} a`, 'aREDACTED a'],
  ['for URLs', `${TOKEN}>>>`, Buffer.from(`??${TOKEN}>>>>>>`).toString('base64url'), 'PzREDACTED-Pj4'],
])('a credential is replaced in base64 %s', (_, credential, text, redacted) => {
  expect(know(credential).replace(text)).toBe(redacted)
})

const DIGITS = '9382716450192837'

test.each([
  ['a member', `{"a":${DIGITS},"b":1}`, '{"a":"REDACTED","b":1}'],
  ['the last member', `{"a":${DIGITS}}`, '{"a":"REDACTED"}'],
  ['a list', `[${DIGITS},${DIGITS}]`, '["REDACTED","REDACTED"]'],
  [
    'indented JSON',
    `{\n  "a": [\n    ${DIGITS},\n    ${DIGITS}\n  ]\n}`,
    '{\n  "a": [\n    "REDACTED",\n    "REDACTED"\n  ]\n}',
  ],
  [
    'JSON with 20 blanks',
    `[${' '.repeat(20)}${DIGITS}${' '.repeat(20)}]`,
    `[${' '.repeat(20)}"REDACTED"${' '.repeat(20)}]`,
  ],
  ['a string', `{"a":"${DIGITS}","b":1}`, '{"a":"REDACTED","b":1}'],
  ['a text in a list', `["call ${DIGITS}", "or: ${DIGITS} "]`, '["call REDACTED", "or: REDACTED "]'],
  ['a text after a colon', `to: me at ${DIGITS}, if you like.`, 'to: me at REDACTED, if you like.'],
  ['a text', `call: ${DIGITS}. Or ${DIGITS}, if you like.`, 'call: REDACTED. Or REDACTED, if you like.'],
])('a credential of digits is replaced in %s, and JSON stays JSON', (_, text, redacted) => {
  expect(know(DIGITS).replace(text)).toBe(redacted)
})

test.each([
  ['other letters', TOKEN, `{"a":${TOKEN},"b":1}`, '{"a":REDACTED,"b":1}'],
  ['digits at its beginning', `42${TOKEN}`, `[42${TOKEN}]`, '[REDACTED]'],
  ['digits at its end', `${TOKEN}42`, `[${TOKEN}42]`, '[REDACTED]'],
])('a credential with %s is not a number', (_, credential, text, redacted) => {
  expect(know(credential).replace(text)).toBe(redacted)
})

const OTHER = 'Gm5pT2mNf4LwXk7RbJ3hYc6D'
const PRIVATE_KEY = `${'-'.repeat(5)}BEGIN PRIVATE KEY-----\n${TOKEN}\n-----END PRIVATE KEY-----`
const LAST = 'Hn6qT2mNf4LwXk7RbJ3hYc6D'

test.each([
  ['between blanks', `  ${TOKEN}\n`, `it is ${TOKEN} today`, 'it is REDACTED today'],
  ['between blanks and short', `  ${WORD}\n`, `it is ${WORD} today`, 'it is REDACTED today'],
  ['in percent-encoding', `rose%2F${TOKEN}`, `it is rose/${TOKEN}, rose%2f${TOKEN}`, 'it is REDACTED, REDACTED'],
  ['after a word', `FlyV1 ${TOKEN}`, `FlyV1 and ${TOKEN}`, 'FlyV1 and REDACTED'],
  ['after a word with digits', `acme-v2-beta ${TOKEN}`, `acme-v2-beta ${TOKEN}`, 'acme-v2-beta REDACTED'],
  ['in a list', `FlyV1 ${TOKEN},${OTHER}`, `FlyV1 ${OTHER}, ${TOKEN}`, 'FlyV1 REDACTED, REDACTED'],
  [
    'in a list of three',
    `FlyV1 ${TOKEN}, ${OTHER}, ${LAST}`,
    `FlyV1 ${LAST}, ${OTHER}, ${TOKEN}`,
    'FlyV1 REDACTED, REDACTED, REDACTED',
  ],
  ['in a list with a comma only', `${TOKEN},${OTHER}`, `it is ${TOKEN},${OTHER}`, 'it is REDACTED'],
  [
    'on several lines',
    PRIVATE_KEY,
    `it is ${JSON.stringify(PRIVATE_KEY)} not ${TOKEN}`,
    `it is "REDACTED" not ${TOKEN}`,
  ],
  ['of several words', 'tulip-7 rose-8 lily-9 x', 'tulip-7 is not tulip-7 rose-8 lily-9 x', 'tulip-7 is not REDACTED'],
])('a credential that is found %s is replaced', (_, credential, text, redacted) => {
  expect(know(credential).replace(text)).toBe(redacted)
})

const DATABASE = 'Server=a.test;User Id=me;Password=tulip-rose-42;'

test.each([
  ['a URL', 'https://me:tulip-rose-42@a.test/b', 'https://REDACTED:REDACTED@a.test/b'],
  ['a signed URL', `https://a.test/b?sig=${TOKEN}`, 'https://a.test/b?sig=REDACTED'],
  ['a connection string', DATABASE, 'Server=a.test;User Id=me;Password=REDACTED;'],
])('%s that is a credential is replaced with and without its parts', (_, credential, withoutParts) => {
  const known = know(credential)
  expect(known.replace(`it is ${credential} today`)).toBe('it is REDACTED today')
  expect(known.replace(`it is ${withoutParts} today`)).toBe('it is REDACTED today')
  expect(known.replace(`it is x${withoutParts} today`)).toBe(`it is x${withoutParts} today`)
})

test('a connection string is searched for credentials if it has at most 4000 characters', () => {
  const longest = `${DATABASE}Application Name=`.padEnd(4000, 'x')
  expect(know(longest).replace(`${longest} tulip-rose-42`)).toBe('REDACTED REDACTED')
  expect(know(`${longest}x`).replace(`${longest}x tulip-rose-42`)).toBe(`${longest}x tulip-rose-42`)
})

test('a list is searched for credentials in its first 4000 characters', () => {
  const list = `${TOKEN} ${'rose, '.repeat(700)}`.slice(0, 3999 - OTHER.length)
  expect(know(`${list} ${OTHER} ${LAST}`).replace(`${TOKEN} ${OTHER} ${LAST}`)).toBe(`REDACTED REDACTED ${LAST}`)
})

test('the parts of a credential are replaced alone', () => {
  expect(know(DATABASE).replace('it is tulip-rose-42 of a.test')).toBe('it is REDACTED of a.test')
  expect(know(`https://a.test/b?sig=${TOKEN}`).replace(`it is ${TOKEN} of https://a.test/b`)).toBe(
    'it is REDACTED of https://a.test/b',
  )
})

test.each([
  'REDACTED',
  '<API_KEY>',
  'password',
  'tulip42',
  '12345678',
  'is required',
  'rose lily',
  'https://a.test/b',
  '',
])('the value %j is not searched for', (value) => {
  const known = know(value)
  expect({ size: known.size, values: known.valuesIn(`it is ${value} today`) }).toEqual({ size: 0, values: [] })
  expect(known.replace(`it is ${value} today`)).toBe(`it is ${value} today`)
})

test('a credential that is found again is counted once', () => {
  expect(know(TOKEN, WORD, TOKEN, ` ${WORD} `).size).toBe(2)
})

test('the values in a text are returned as they are written there', () => {
  const known = know(TOKEN, 'tulip/42')
  const text = `it is ${TOKEN}, tulip%2F42, tulip/42, ${btoa(`xy${TOKEN}`)} or rosetulip/42`
  expect(known.valuesIn(text)).toEqual([TOKEN, 'tulip%2F42', 'tulip/42', btoa(`xy${TOKEN}`).slice(2)])
})

test('escapes of single characters are searched for at most 50 credentials', () => {
  const many = Array.from({ length: 50 }, (_, index) => `tulip-rose-${index}`)
  const text = 'tulip\\u002drose-7 and tulip-rose-8'
  expect(know(...many).replace(text)).toBe('REDACTED and REDACTED')
  expect(know(...many, WORD).replace(text)).toBe('tulip\\u002drose-7 and REDACTED')
})
