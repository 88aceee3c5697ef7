import { expect, test } from 'vitest'
import { fitsPlaceholders } from './fits-placeholders.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'
const OTHER = 'Gm5pW9sDx2VnQe8KtB4jHr7L'

test.each([
  ['a credential in a path', '/v1/REDACTED/messages', `/v1/${KEY}/messages`],
  ['a credential at the end of a path', '/v1/REDACTED', `/v1/${KEY}`],
  ['the part after a credential inside that credential', '/v1/REDACTED/b', `/v1/${KEY}/b/${OTHER}/b`],
  ['two credentials', '/REDACTED/and/REDACTED/end', `/${KEY}/and/${OTHER}/end`],
  ['a placeholder of another tool', '/v1/REDACTED/messages', '/v1/<TOKEN>/messages'],
  ['a text around the placeholder', '{"text":"say REDACTED"}', '{"text":"say \\"REDACTED\\""}'],
  ['the placeholder in base64', '{"text":"REDACTED"}', `{"text":"Basic ${btoa('me:REDACTED')}"}`],
  ['any value of a parameter', '{"token":["REDACTED"]}', '{"token":["test"]}'],
  ['an empty value of a parameter', '{"token":["REDACTED"]}', '{"token":[""]}'],
  [
    'any values of two parameters',
    '{"token":["REDACTED"],"api_key":["REDACTED"]}',
    '{"token":["test"],"api_key":["a"]}',
  ],
  ['a credential in a harmless parameter', '{"id":["REDACTED"]}', `{"id":["${KEY}"]}`],
])('%s fits', (_, recorded, received) => {
  expect(fitsPlaceholders(recorded, received)).toBe(true)
})

test.each([
  ['another beginning', '/v1/REDACTED/messages', `/v2/${KEY}/messages`],
  ['another end', '/v1/REDACTED/messages', `/v1/${KEY}/comments`],
  ['a longer end', '/v1/REDACTED/b', `/v1/${KEY}/b/c`],
  ['another part between two credentials', '/REDACTED/and/REDACTED/end', `/${KEY}/or/${OTHER}/end`],
  ['a word in a path', '/v1/REDACTED/messages', '/v1/users/messages'],
  ['a word before a credential', '/REDACTED/and/REDACTED/end', `/users/and/${OTHER}/end`],
  ['a word after a credential', '/REDACTED/and/REDACTED/end', `/${KEY}/and/users/end`],
  ['no value between two places', '/v1/REDACTED/messages', '/v1//messages'],
  ['a word in a harmless parameter', '{"id":["REDACTED"]}', '{"id":["test"]}'],
  ['a word after another parameter', '{"token":["a"],"id":["REDACTED"]}', '{"token":["a"],"id":["test"]}'],
  ['a parameter without a value', '{"token":["REDACTED"]}', '{"token":["]}'],
  ['a second value of a parameter', '{"token":["REDACTED"]}', '{"token":["test","other"]}'],
  ['a second parameter', '{"token":["REDACTED"]}', '{"token":["test"],"other":["test"]}'],
  ['a quote in a value', '{"text":"REDACTED"}', `{"text":"${KEY}\\"${KEY}"}`],
  ['a line break after a credential', 'a: REDACTED', `a: ${KEY}\n${KEY} ${OTHER} ${KEY}`],
])('%s does not fit', (_, recorded, received) => {
  expect(fitsPlaceholders(recorded, received)).toBe(false)
})
