import type { Cassette } from '../cassette.ts'

/** The name that the parser gives to text. */
const TEXT = '<text>'

const numbers = new WeakMap<Cassette, number>()
let last = 0

/**
 * Names a cassette for messages: by its path, or else by the order in which cassettes without one were opened, such as
 * `<text 2>`, so that two of them can be told apart. A cassette object keeps its number.
 */
export function nameOf(cassette: Cassette): string {
  const { path = TEXT } = cassette
  if (path !== TEXT) return path
  const number = numbers.get(cassette) ?? ++last
  numbers.set(cassette, number)
  return number === 1 ? TEXT : `<text ${number}>`
}
