import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildGet, buildRequest, CHAT, matchRequests } from '../../test/match-requests.ts'
import type { HeaderPair } from '../cassette.ts'
import { llmDefaults } from './llm-defaults.ts'
import type { MatchOptions } from './match-options.ts'

const FORM: HeaderPair[] = [['content-type', 'application/x-www-form-urlencoded']]
const odd = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  'length',
  '0',
)
const name = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 4 }))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary', maxLength: 4 }),
    odd,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc.array(fc.tuple(name, tie('value')), { maxLength: 3 }).map((members) => Object.fromEntries(members)),
}))

/** Removes the irrelevant parts of a value: the line endings of a text, and the sign of zero. */
const normalize = (text: string): string => JSON.stringify(sort(JSON.parse(text)))
function sort(item: unknown): unknown {
  if (typeof item === 'string') return item.replace(/\r\n?/g, '\n')
  if (Array.isArray(item)) return item.map(sort)
  if (typeof item !== 'object' || item === null) return item === 0 ? 0 : item
  const members = Object.entries(item).map(([key, member]) => [sort(key), sort(member)] as const)
  return ['map', ...members.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))]
}

/** The same JSON with another order of members, white space and escapes. */
function respell(item: unknown): string {
  if (typeof item === 'string')
    return `"${Array.from({ length: item.length }, (_, at) => `\\u${item.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
  if (Array.isArray(item)) return `[ ${item.map(respell).join(' ,\n')} ]`
  if (typeof item !== 'object' || item === null)
    return typeof item === 'number'
      ? `${JSON.stringify(item)}${/e/.test(String(item)) ? '' : 'e0'}`
      : JSON.stringify(item)
  const members = Object.entries(item)
    .reverse()
    .map(([key, member]) => `${respell(key)}\t: ${respell(member)}`)
  return `{${members.join(',')}}\r\n`
}

test('JSON bodies match if and only if their values are equal', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [textOfA, textOfB] = [JSON.stringify(a), JSON.stringify(b)]
      expect(matchRequests(buildRequest(textOfA), buildRequest(respell(a)))).toBe(true)
      expect(matchRequests(buildRequest(textOfA), buildRequest(textOfB))).toBe(
        normalize(textOfA) === normalize(textOfB),
      )
    }),
  )
})

test('no body with odd names is a TypeError, whatever the options are', () => {
  const options: MatchOptions = {
    normalize: llmDefaults(),
    mask: ['uuid', 'unix-time'],
    ignoreBody: ['$..constructor', '$.*.a'],
    ignoreQuery: ['__proto__'],
  }
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(matchRequests(buildRequest(JSON.stringify(a)), buildRequest(respell(a)), options)).toBe(true)
      matchRequests(buildRequest(JSON.stringify(a)), buildRequest(JSON.stringify(b)), options)
    }),
  )
})

test('queries and forms match if and only if their pairs are equal, byte for byte and in any order', () => {
  const bytes = fc
    .uint8Array({ minLength: 1, maxLength: 3 })
    .map((codes) => [...codes].map((code) => `%${code.toString(16).padStart(2, '0')}`).join(''))
  const piece = fc.oneof(bytes, odd)
  const pairs = fc.array(
    fc.tuple(piece, piece).map((pair) => pair.join('=')),
    { minLength: 1, maxLength: 3 },
  )
  const toKey = (list: readonly string[]): string =>
    list
      .map((pair) =>
        pair.replace(/[^%=]|%../g, (code) =>
          code.length > 1 ? code.toLowerCase() : `%${code.charCodeAt(0).toString(16)}`,
        ),
      )
      .sort()
      .join('&')
  fc.assert(
    fc.property(pairs, pairs, (a, b) => {
      const equal = toKey(a) === toKey(b)
      const [queryOfA, queryOfB] = [a.join('&'), b.join('&')]
      expect(matchRequests(buildGet(`${CHAT}?${queryOfA}`), buildGet(`${CHAT}?${queryOfB}`))).toBe(equal)
      expect(matchRequests(buildRequest(queryOfA, FORM), buildRequest(queryOfB, FORM))).toBe(equal)
      expect(matchRequests(buildRequest(queryOfA, FORM), buildRequest([...a].reverse().join('&'), FORM))).toBe(true)
    }),
  )
})
