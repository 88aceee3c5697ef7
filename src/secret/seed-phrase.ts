/** The words of the standard have three to eight letters, and a phrase has at least twelve of them. Prose has shorter words. */
const WORDS = '[a-z]{3,8}(?: [a-z]{3,8}){11,23}'

const PHRASE = new RegExp(`^${WORDS}$`)

const NAMED = new RegExp(
  `\\b(?:seed|recovery|mnemonic|backup)(?:[ _-]?(?:phrase|words))?["'\\x60]?\\s{0,3}(?:[:=]|is\\b:?)\\s{0,3}["'\\x60]?(${WORDS})`,
  'gi',
)

/**
 * Tells whether a text is the seed phrase of a wallet. The phrases of examples repeat a word.
 *
 * @see https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
 */
export function isSeedPhrase(text: string): boolean {
  if (!PHRASE.test(text)) return false
  const words = text.split(' ')
  return new Set(words).size > words.length / 2
}

/** Finds the seed phrases after a name in a text. */
export function findSeedPhrases(text: string): string[] {
  return [...text.matchAll(NAMED)].map(([, phrase = '']) => phrase).filter(isSeedPhrase)
}
