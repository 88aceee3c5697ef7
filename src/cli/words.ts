import { suggest } from '../diagnostics/suggest.ts'
import { matchesAnything } from '../options/matches-anything.ts'
import { UsageError } from './command.ts'

/**
 * Reads the value of an option that is one of a few words.
 *
 * @param option with its dashes, for the message
 * @throws UsageError
 */
export function oneOfWords<const Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  throw new UsageError(`${option} is "${value}", and must be ${listWords(words)}.${suggest(value, words)}`)
}

function listWords(words: readonly string[]): string {
  return words.length === 1 ? String(words[0]) : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/**
 * Reads the value of an option that is a regular expression, with or without slashes: `acct_\w+` or `/acct_\w+/i`.
 *
 * @throws UsageError
 */
export function toPattern(option: string, text: string): RegExp {
  const pattern = parsePattern(text)
  if (!pattern)
    throw new UsageError(
      `${option} is "${text}", and must be a regular expression such as sk-test-\\w+ or /sk-test-\\w+/i.`,
    )
  if (matchesAnything(pattern))
    throw new UsageError(`${option} is "${text}", which matches any text. Write a pattern of the texts that you mean.`)
  return pattern
}

function parsePattern(text: string): RegExp | undefined {
  const [, source = text, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? []
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
