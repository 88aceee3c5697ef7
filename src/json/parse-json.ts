import { endOfString } from './end-of-string.ts'
import { JsonNumber, spellNumber } from './json-number.ts'

/** Deeper than any real request. Functions that walk a value recurse once per level, so the depth must be limited. */
const MAX_DEPTH = 500

/** As many as 128 bits have. A longer integer would take noticeable time to convert. */
const MAX_BIGINT_DIGITS = 40

/** Random, so that no string in a body can equal it. */
const NUMBER_PREFIX = `\0number:${Math.random()}:`

/** A number that a double might round: it has 16 digits, or an exponent of three. Others are exact. */
const LONG_NUMBER = /(?:^|[\s,:[])-?\d(?:[\d.]{15}|[\d.]*[eE][+-]?\d{3})/

/**
 * Parses JSON like `JSON.parse`, but rounds no number: an integer that a double can't hold becomes a bigint, and any other number a
 * `JsonNumber`.
 *
 * @returns the value, or undefined if the text is not JSON or is nested more than 500 levels deep
 */
export function parseJson(text: string): unknown {
  try {
    const marked = LONG_NUMBER.test(text) ? markNumbers(text) : text
    const value: unknown = marked === text ? JSON.parse(text) : JSON.parse(marked, reviveNumber)
    return isDeeperThan(value, MAX_DEPTH) ? undefined : value
  } catch {
    return undefined
  }
}

function isDeeperThan(value: unknown, maxDepth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (maxDepth === 0) return true
  for (const key in value) if (isDeeperThan(Reflect.get(value, key), maxDepth - 1)) return true
  return false
}

/** Replaces each number that a double can't hold with a marked string. Strings in the text are unchanged. */
function markNumbers(text: string): string {
  const pieces: string[] = []
  let end = 0
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', end)) {
    const close = endOfString(text, quote)
    pieces.push(markBetweenStrings(text.slice(end, quote)), text.slice(quote, close))
    end = close
  }
  pieces.push(markBetweenStrings(text.slice(end)))
  return pieces.join('')
}

function markBetweenStrings(text: string): string {
  return LONG_NUMBER.test(text) ? text.replace(/-?\d[\d.eE+-]*/g, markNumber) : text
}

function markNumber(number: string): string {
  if (!LONG_NUMBER.test(number)) return number
  const exact = spellNumber(number)
  return exact === undefined || exact === '0' || exact === String(Number(number))
    ? number
    : JSON.stringify(NUMBER_PREFIX + exact)
}

function reviveNumber(key: string, value: unknown): unknown {
  if (key.startsWith(NUMBER_PREFIX)) throw new SyntaxError('a name must be a string')
  if (typeof value !== 'string' || !value.startsWith(NUMBER_PREFIX)) return value
  const number = value.slice(NUMBER_PREFIX.length)
  return toBigInt(number) ?? new JsonNumber(number)
}

function toBigInt(number: string): bigint | undefined {
  const [, sign, whole, decimals = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e\+(\d{1,3}))?$/.exec(number) ?? []
  const zeros = Number(exponent) - decimals.length
  if (whole === undefined || zeros < 0 || whole.length + decimals.length + zeros > MAX_BIGINT_DIGITS) return undefined
  return BigInt(sign + whole + decimals + '0'.repeat(zeros))
}
