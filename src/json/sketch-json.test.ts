import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { parseJson } from './parse-json.ts'
import { createJsonSketch } from './sketch-json.ts'

const sketch = createJsonSketch([])

test.each([
  ['white space', '{"a":[1,{"b":"x y"}]}', '{ "a" :\r\n\t[ 1 , { "b" : "x y" } ] }\n'],
  ['the order of members', '{"a":1,"b":{"c":"x","d":[]}}', '{"b":{"d":[],"c":"x"},"a":1}'],
  ['escapes', '{"a":"é/€\\u0041\\t\\"\\\\"}', '{"\\u0061":"\\u00e9\\/\\u20ACA\\u0009\\u0022\\u005c"}'],
  ['line endings in strings', '{"a":"x\\r\\ny\\rz"}', '{"a":"x\\ny\\u000dz"}'],
  ['line endings of text that is not JSON', '{"a":1}\r\n{"a" 2}\r', '{"a":1}\n{"a" 2}\n'],
  ['the spelling of numbers', '{"a":[1,100,0.2,0,1200]}', '{"a":[1.0,1e2,2E-1,-0.0,0.12e+4]}'],
  ['the first of two members with the same name', '{"a":[1],"\\u0061":2}', '{"a":2}'],
  ['the spelling of half a character', '{"a":"\\ud83d"}', '{"a":"\\uD83D"}'],
  ['the spelling of long numbers', '{"a":12345678901234567890}', '{"a":1234567890123456789e1}'],
])('%s is irrelevant', (_, a, b) => {
  expect(canonicalJson(parseJson(a) ?? a)).toBe(canonicalJson(parseJson(b) ?? b))
  expect(sketch(b)).toBe(sketch(a))
  expect(sketch(a)).toBeTypeOf('number')
})

test.each([
  ['{"a":1}', '{"a":-1}'],
  ['{"a":1}', '{"a":10}'],
  ['{"a":105}', '{"a":15}'],
  ['{"a":0.1}', '{"a":0.01}'],
  ['{"a":"ab"}', '{"a":"ba"}'],
  ['{"a":"x y"}', '{"a":"xy"}'],
  ['{"a":true}', '{"a":false}'],
  ['{"a":"1"}', '{"a":1}'],
  ['{"a":{}}', '{"a":[]}'],
  ['{"a":"b"}', '{"b":"a"}'],
  ['{"a":"b","c":"d"}', '{"a":"d","c":"b"}'],
  ['{"a":1', '{"a":2'],
  [`{"a":"${'x'.repeat(50_000)}"}`, `{"a":"${'x'.repeat(50_001)}"}`],
  [`{"a":"${'x'.repeat(50_000)}y"}`, `{"a":"${'x'.repeat(50_000)}z"}`],
])('%.40s and %.40s have different numbers', (a, b) => {
  expect(sketch(a)).not.toBe(sketch(b))
})

test('long and deep values take linear time', () => {
  const many = JSON.stringify(
    Array.from({ length: 20_000 }, (_, index) => ({ [`name${index % 190}`]: 'x'.repeat(50) })),
  )
  expect(sketch(`{"a":${many}}`)).toBeTypeOf('number')
  expect(sketch('{"a":'.repeat(200_000) + '}'.repeat(200_000))).toBeTypeOf('number')
  expect(sketch(`{"a":${'1'.repeat(1_000_000)}e${'9'.repeat(1_000_000)}}`)).toBeTypeOf('number')
})

test('the number is not known if a member has an excluded name, in any spelling', () => {
  const exclude = createJsonSketch(['jsonrpc'])
  const texts = ['{"jsonrpc":"2.0"}', '{"a":[{"\\u006asonrpc":1}]}', '{"a":"jsonrpc"}', '["jsonrpc"]']
  expect(texts.map((text) => exclude(text) === undefined)).toEqual([true, true, false, false])
})

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', '\r\n', '\n', 'é', '"', '\\', '😀', ' ', '\t'),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -20, max: 20 }),
    fc.constantFrom(true, false, null, -0),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('map'),
  ),
  map: fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'é', '\r', '\n', '__proto__'), tie('value')), { maxLength: 3 })
    .map((members) => Object.fromEntries(members)),
}))

/** Spells a value in one of many ways. */
function spell(item: unknown, next: () => number): string {
  const space = ['', '', ' ', '\r\n', '\t'][next() % 5]
  if (typeof item === 'string') return `"${[...item].map((char) => spellChar(char, next)).join('')}"`
  if (typeof item === 'number') return spellNumber(Object.is(item, -0) ? '-0' : String(item), next)
  if (Array.isArray(item)) return `[${space}${item.map((each) => spell(each, next)).join(`,${space}`)}]`
  if (typeof item !== 'object' || item === null) return JSON.stringify(item)
  const members = Object.entries(item).map(([name, member]) => `${spell(name, next)}${space}:${spell(member, next)}`)
  const repeated = next() % 9 === 0 ? members.slice(0, 1) : []
  return `{${[...repeated, ...(next() % 2 ? members : members.reverse())].join(`${space},`)}${space}}`
}

function spellChar(char: string, next: () => number): string {
  const units = Array.from({ length: char.length }, (_, at) => char.charCodeAt(at).toString(16).padStart(4, '0'))
  if (next() % 3 === 0) return units.map((unit) => `\\u${next() % 2 ? unit : unit.toUpperCase()}`).join('')
  return char === '\n' && next() % 2 ? '\\r\\n' : JSON.stringify(char).slice(1, -1)
}

function spellNumber(number: string, next: () => number): string {
  if (/e/i.test(number)) return next() % 2 ? number : number.toUpperCase()
  const spelled = number.includes('.') ? `${number}0` : `${number}.0`
  return [number, spelled, `${spelled}e0`, `${number}E+00`][next() % 4] ?? number
}

test('values with equal canonical JSON have equal numbers, however they are spelled', () => {
  let known = 0
  const choices = fc.infiniteStream(fc.nat({ max: 1_000 }))
  fc.assert(
    fc.property(fc.record({ root: value }), choices, choices, ({ root }, first, second) => {
      const [a, b] = [first, second].map((stream) => spell({ root }, () => Number(stream.next().value)))
      const [left, right] = [sketch(a ?? ''), sketch(b ?? '')]
      if (canonicalJson(parseJson(a ?? '')) !== canonicalJson(parseJson(b ?? ''))) return
      if (left === undefined || right === undefined) return
      known++
      expect(right).toBe(left)
    }),
    { numRuns: 2_000 },
  )
  expect(known).toBeGreaterThan(500)
})
