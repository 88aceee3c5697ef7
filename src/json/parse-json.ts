import { endOfString } from './end-of-string.ts'

/** Deeper than any real request. Functions that walk a value recurse once per level, so the depth must be limited. */
const MAX_DEPTH = 500

/** Random, so that no string in a body can equal it. */
const BIGINT_PREFIX = `\0bigint:${Math.random()}:`

/**
 * Parses JSON like `JSON.parse`, but returns integers beyond 2^53 as bigints instead of rounding them.
 *
 * @returns the value, or undefined if the text is not JSON or is nested more than 500 levels deep
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = /\d[\d.]{15}/.test(text)
      ? JSON.parse(markBigIntegers(text), reviveBigInteger)
      : JSON.parse(text)
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

/** Replaces each integer that a double can't hold with a marked string. Strings in the text are unchanged. */
function markBigIntegers(text: string): string {
  let marked = ''
  let end = 0
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', end)) {
    const close = endOfString(text, quote)
    marked += markBigNumbers(text.slice(end, quote)) + text.slice(quote, close)
    end = close
  }
  return marked + markBigNumbers(text.slice(end))
}

function markBigNumbers(text: string): string {
  return text.replace(/-?\d[\d.eE+-]*/g, (number) => {
    if (number.length < 16) return number
    const integer = toInteger(number)
    return integer === undefined || Number.isSafeInteger(Number(integer))
      ? number
      : JSON.stringify(BIGINT_PREFIX + integer)
  })
}

/** The digits of an integer in any spelling, such as `900719925474099.3e1`; undefined for numbers that are not integers. */
function toInteger(number: string): string | undefined {
  const [, sign, whole, decimals = '', exponent = '0'] =
    /^(-?)([1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(number) ?? []
  if (whole === undefined) return undefined
  let length = decimals.length
  while (decimals[length - 1] === '0') length--
  const zeros = Number(exponent) - length
  return zeros < 0 ? undefined : sign + whole + decimals.slice(0, length) + '0'.repeat(zeros)
}

function reviveBigInteger(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith(BIGINT_PREFIX)
    ? BigInt(value.slice(BIGINT_PREFIX.length))
    : value
}
