import { expect, test } from 'vitest'
import {
  aFunction,
  type Check,
  listOf,
  objectOf,
  oneOf,
  patterns,
  refuseOption,
  satisfying,
  stringsOf,
} from './checks.ts'

/** The message with which a check refuses a value; undefined if it accepts it. */
function refusal(check: Check, value: unknown): string | undefined {
  try {
    check(value, 'size')
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

test.each<[string, Check, unknown[], unknown[], string]>([
  ['oneOf', oneOf(['small', 'large']), ['small', undefined], ['medium', 1, null], "one of 'small', 'large'"],
  ['satisfying', satisfying((value) => value === 1, 'one'), [1, undefined], [2, null], 'one'],
  ['listOf', listOf((item) => item === 1, 'a list of ones'), [[], [1, 1]], [[1, 2], 1, { 0: 1 }], 'a list of ones'],
  ['stringsOf', stringsOf('a list of names'), [['a'], []], [['a', 1], 'a'], 'a list of names'],
  ['aFunction', aFunction, [() => {}, undefined], ['x', {}], 'a function'],
])('%s accepts and refuses values', (_, check, accepted, refused, expected) => {
  expect(accepted.map((value) => refusal(check, value))).toEqual(accepted.map(() => undefined))
  for (const value of refused)
    expect(refusal(check, value)).toBe(`The option "size" is ${JSON.stringify(value)}, and must be ${expected}.`)
})

test('an object is checked member by member, and an unknown member is refused with the known ones', () => {
  const check = objectOf<{ name?: string; inner?: object }>({
    name: oneOf(['a', 'b']),
    inner: objectOf<{ deep?: string }>({ deep: oneOf(['c']) }),
  })
  expect([undefined, {}, { name: 'a', inner: { deep: 'c' } }].map((value) => refusal(check, value))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(refusal(check, { name: 'x' })).toBe(`The option "size.name" is "x", and must be one of 'a', 'b'.`)
  expect(refusal(check, { inner: { deep: 'x' } })).toBe(`The option "size.inner.deep" is "x", and must be one of 'c'.`)
  expect(refusal(check, { inner: { deeper: 'c' } })).toBe('Unknown option "size.inner.deeper". Known: deep.')
  for (const value of [null, [], 'text', 1])
    expect(refusal(check, value)).toBe(`The option "size" is ${JSON.stringify(value)}, and must be an object.`)
})

test('the options as a whole have a name, too', () => {
  expect(() => objectOf({})('text', '')).toThrow('The option "options" is "text", and must be an object.')
  expect(() => objectOf<{ a?: string }>({ a: oneOf([]) })({ b: 1 }, '')).toThrow('Unknown option "b". Known: a.')
})

test('a value that JSON does not show is described, and a long one is cut', () => {
  expect(() => refuseOption('x', () => {}, 'a list')).toThrow('The option "x" is a function, and must be a list.')
  expect(() => refuseOption('x', Symbol('s'), 'a list')).toThrow('The option "x" is Symbol(s), and must be a list.')
  expect(() => refuseOption('x', 'y'.repeat(500), 'a list')).toThrow(`The option "x" is "${'y'.repeat(79)}, and must`)
})

test('a list of expressions has none that matches every text', () => {
  expect([[], [/a/, /^$/], undefined].map((value) => refusal(patterns, value))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const expected = 'regular expressions that do not match every text'
  for (const [value, shown] of [
    [[/a/, /.*/], '["/a/","/.*/"]'],
    [[/(?:)/], '["/(?:)/"]'],
    [['a'], '["a"]'],
    [/a/, '/a/'],
  ])
    expect(refusal(patterns, value)).toBe(`The option "size" is ${shown}, and must be ${expected}.`)
})

test('a value without JSON is refused with a sentence, too', () => {
  const circular: unknown[] = []
  circular.push(circular)
  const check = oneOf(['a'])
  expect([1n, [1n], Number.NaN, circular, new Date(Number.NaN)].map((value) => refusal(check, value))).toEqual(
    ['1n', '["1n"]', 'NaN', 'an object that JSON does not have', 'null'].map(
      (shown) => `The option "size" is ${shown}, and must be one of 'a'.`,
    ),
  )
})

test('the error names the option as a field', () => {
  expect(() => refuseOption('match.body', 1, 'a word')).toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'match.body' }),
  )
})
