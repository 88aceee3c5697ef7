import { endOfString } from './end-of-string.ts'

/** Deeper than any request; what walks a value may call itself for each level. */
const MAX_DEPTH = 500

/** No string of a body is mistaken for it. */
const MARK = `\0bigint:${Math.random()}:`

/**
 * Parses JSON as `JSON.parse` does, except that integers beyond 2^53, which it would round, become bigints.
 *
 * @param text JSON
 * @returns the value, or undefined where the text is not JSON, or nested more than 500 levels deep
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = /\d[\d.]{15}/.test(text) ? JSON.parse(markBigIntegers(text), reviveMark) : JSON.parse(text)
    return isDeeper(value, MAX_DEPTH) ? undefined : value
  } catch {
    return undefined
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const key in value) if (isDeeper(Reflect.get(value, key), levels - 1)) return true
  return false
}

/** Turns each integer that a double can't hold into a marked string, leaving strings as they are. */
function markBigIntegers(text: string): string {
  let marked = ''
  let end = 0
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', end)) {
    const close = endOfString(text, quote)
    marked += markNumbers(text.slice(end, quote)) + text.slice(quote, close)
    end = close
  }
  return marked + markNumbers(text.slice(end))
}

function markNumbers(text: string): string {
  return text.replace(/-?\d[\d.eE+-]*/g, (number) => {
    if (number.length < 16) return number
    const integer = toInteger(number)
    return integer === undefined || Number.isSafeInteger(Number(integer)) ? number : JSON.stringify(MARK + integer)
  })
}

/** The digits of a number that is whole, however it is spelled: `9007199254740993.0`, `900719925474099.3e1`. */
function toInteger(number: string): string | undefined {
  const [, sign, whole, decimals = '', exponent = '0'] =
    /^(-?)([1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(number) ?? []
  if (whole === undefined) return undefined
  let length = decimals.length
  while (decimals[length - 1] === '0') length--
  const zeros = Number(exponent) - length
  return zeros < 0 ? undefined : sign + whole + decimals.slice(0, length) + '0'.repeat(zeros)
}

function reviveMark(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith(MARK) ? BigInt(value.slice(MARK.length)) : value
}
