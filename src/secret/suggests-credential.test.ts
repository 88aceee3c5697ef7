import { expect, test } from 'vitest'
import { isNoExample, isRandom, suggestsCredential } from './suggests-credential.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'
const UUID = '08e1f8d1-8690-4b2c-aec9-235759c77b30'

test.each([
  ['password', KEY, true],
  ['password', UUID, true],
  ['password', 'Summer19!', true],
  ['password', 'summer19!', false],
  ['password', 'Summer1900', false],
  ['password', 'summerRain!flower?', true],
  ['password', 'summerRain!flower', false],
  ['password', 'summerrain!Flower?', false],
  ['password', 'sumRain!flower?', false],
  ['password', 'getPassword(1)!', false],
  ['password', 'list[Index1]!', false],
  ['password', 'Https://a.test/1!', false],
  ['password', 'Example19!', false],
  ['key', KEY, true],
  ['key', 'Summer19!', false],
  ['key', UUID, false],
  ['model', KEY, false],
  ['model', UUID, false],
])('whether the name %s shows that %s is a credential: %s', (name, value, expected) => {
  expect(suggestsCredential(name, value)).toBe(expected)
})

test('random text with a part of an example is no credential', () => {
  const example = `example${KEY}`
  expect([KEY, example].map(isNoExample)).toEqual([true, false])
  expect([KEY, example, 'tulip'].map(isRandom)).toEqual([true, false, false])
})
