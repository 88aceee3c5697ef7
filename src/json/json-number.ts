/**
 * A JSON number that neither a double nor a bigint holds exactly, such as `0.12345678901234567890` or `1e4000`. In arithmetic it is
 * the nearest double.
 */
export class JsonNumber {
  readonly #text: string

  /** @param text the number as `spellNumber` spells it */
  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }

  /** `JSON.stringify` can't write the digits without quotes. */
  toJSON(): string {
    return this.#text
  }

  valueOf(): number {
    return Number(this.#text)
  }
}

/** A longer exponent can't be computed with, and stays as it is. */
const MAX_EXPONENT_DIGITS = 300

/**
 * Spells a number as JavaScript spells the double of the same value. Numbers of the same value have the same spelling, and all digits
 * count.
 *
 * @returns undefined if the text is not a number of JSON
 * @see https://tc39.es/ecma262/#sec-numeric-types-number-tostring
 */
export function spellNumber(text: string): string | undefined {
  const [, sign, whole, fraction = '', exponent = '0'] =
    /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? []
  if (sign === undefined || whole === undefined) return undefined
  if (exponent.length > MAX_EXPONENT_DIGITS) return text
  const all = whole + fraction
  let start = 0
  while (all[start] === '0') start++
  let end = all.length
  while (end > start && all[end - 1] === '0') end--
  if (start === end) return '0'
  return sign + layOut(all.slice(start, end), BigInt(whole.length - start) + BigInt(exponent))
}

/** @param point the number of digits before the decimal point; it can lie outside of the digits */
function layOut(digits: string, point: bigint): string {
  if (point > 21n || point < -5n) {
    const exponent = point - 1n
    const decimals = digits.length > 1 ? `.${digits.slice(1)}` : ''
    return `${digits[0]}${decimals}e${exponent < 0n ? '' : '+'}${exponent}`
  }
  const place = Number(point)
  if (place <= 0) return `0.${'0'.repeat(-place)}${digits}`
  return digits.length <= place ? digits.padEnd(place, '0') : `${digits.slice(0, place)}.${digits.slice(place)}`
}
