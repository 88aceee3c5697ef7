import { expect, test } from 'vitest'
import { findSeedPhrases, isSeedPhrase } from './seed-phrase.ts'

const PHRASE = 'orbit velvet lunar cactus ribbon meadow anchor pepper canyon walnut glacier thunder'

test('recognizes twelve to twenty-four different words', () => {
  expect(isSeedPhrase(PHRASE)).toBe(true)
  expect(isSeedPhrase(PHRASE.split(' ').slice(1).join(' '))).toBe(false)
  expect(isSeedPhrase(`${'test '.repeat(11)}junk`)).toBe(false)
  expect(isSeedPhrase('it is a list of the words that open all of my wallets')).toBe(false)
})

test('finds a phrase after its name', () => {
  expect(findSeedPhrases(`My seed phrase is: ${PHRASE}`)).toEqual([PHRASE])
  expect(findSeedPhrases(`MNEMONIC="${PHRASE}"`)).toEqual([PHRASE])
  expect(findSeedPhrases(`These words are not important: ${PHRASE}`)).toEqual([])
})
