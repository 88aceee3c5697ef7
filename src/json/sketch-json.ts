/**
 * Computes a number that is the same for all spellings of a JSON object: white space, the order of members, escapes, line endings in strings
 * and the spelling of numbers are irrelevant. Different objects mostly have different numbers. It takes a small part of the time of
 * `canonicalJson`. Text that is not JSON can get a number too, for which only line endings are irrelevant.
 *
 * @param bytes begin with the object
 * @param excluded the hashes of names that no member can have, see `hashName`
 * @returns undefined if the number is not known: for an excluded or repeated name, more than 200 members in one object, and
 *   escapes of half a character
 */
export function sketchJson(bytes: Uint8Array, excluded: readonly number[]): number | undefined {
  const cursor: Cursor = { bytes, at: 0 }
  const names: Names = { excluded, last: 0, open: [], starts: [] }
  let sum = 0
  while (cursor.at < bytes.length) {
    const hash = readToken(cursor, names)
    if (hash === undefined) return undefined
    // A sum does not depend on the order of members.
    sum = (sum + Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)) | 0
  }
  return sum
}

/** The hash of a name. */
export function hashName(name: string): number {
  return readString({ bytes: new TextEncoder().encode(`${name}"`), at: 0 }) ?? 0
}

/** A place in JSON. An object instead of a class with private members, because nothing of this runs often enough to be compiled. */
interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

/** The hashes of the names of all open objects. */
interface Names {
  readonly excluded: readonly number[]
  /** The hash of the last string. */
  last: number
  readonly open: number[]
  /** Where the names of each object begin in `open`. */
  readonly starts: number[]
}

/** Returns the hash of a string, a number or another byte; 0 for white space. */
function readToken(cursor: Cursor, names: Names): number | undefined {
  const byte = cursor.bytes[cursor.at++] as number
  if (byte === QUOTE) {
    const hash = readString(cursor)
    names.last = hash ?? 0
    return hash
  }
  if (byte === MINUS || isDigit(byte)) return readNumber(cursor, byte)
  if (byte === COLON || byte === OPEN || byte === CLOSE) return addName(names, byte) ? byte : undefined
  return byte > SPACE ? byte : 0
}

/** Returns the hash of a string, which depends on the order of its characters, and moves behind its quote. */
function readString(cursor: Cursor): number | undefined {
  const { bytes } = cursor
  let hash = SEED
  for (let at = cursor.at; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === QUOTE) {
      cursor.at = at + 1
      return hash
    }
    if (byte === BACKSLASH) {
      const code = readEscape(bytes, at + 1)
      if (code === undefined) return undefined
      at += bytes[at + 1] === LETTER_U ? 5 : 1
      hash = hashCode(hash, code)
    } else if (byte !== CR && byte !== LF) hash = Math.imul(hash ^ byte, FNV_PRIME)
  }
  return undefined
}

/** Returns the code of an escaped character; undefined for half a character, and for text that is not JSON. */
function readEscape(bytes: Uint8Array, at: number): number | undefined {
  const letter = bytes[at] ?? 0
  if (letter !== LETTER_U) return ESCAPED[letter]
  const digits = String.fromCharCode(...bytes.subarray(at + 1, at + 5))
  const code = /^[\da-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : 0xd800
  return code >= 0xd800 && code <= 0xdfff ? undefined : code
}

/** Adds the bytes of a character in UTF-8, because others write it without an escape. */
function hashCode(hash: number, code: number): number {
  if (code === CR || code === LF) return hash
  if (code < 0x80) return hashByte(hash, code)
  if (code < 0x800) return hashByte(hashByte(hash, 0xc0 | (code >> 6)), 0x80 | (code & 63))
  return hashByte(hashByte(hashByte(hash, 0xe0 | (code >> 12)), 0x80 | ((code >> 6) & 63)), 0x80 | (code & 63))
}

/** Returns the hash of a number, which depends on its digits without outer zeros, its exponent and its sign, and moves behind it. */
function readNumber(cursor: Cursor, first: number): number {
  const digits: Digits = { hash: SEED, zeros: 0 }
  if (first !== MINUS) cursor.at--
  readDigits(cursor, digits)
  const decimals = skip(cursor, POINT) ? readDigits(cursor, digits) : 0
  const exponent = readExponent(cursor) + digits.zeros - decimals
  return digits.hash === SEED ? ZERO : hashByte(hashByte(digits.hash, exponent), first === MINUS ? MINUS : 0)
}

/** The digits of a number so far. Zeros count only between other digits. */
interface Digits {
  hash: number
  /** The zeros after the last other digit. */
  zeros: number
}

/** Returns the number of digits. */
function readDigits(cursor: Cursor, digits: Digits): number {
  const { bytes, at: start } = cursor
  for (let byte = bytes[start] ?? 0; isDigit(byte); byte = bytes[++cursor.at] ?? 0) addDigit(digits, byte)
  return cursor.at - start
}

function addDigit(digits: Digits, byte: number): void {
  if (byte === ZERO) {
    digits.zeros++
    return
  }
  if (digits.hash !== SEED) for (let zero = 0; zero < digits.zeros; zero++) digits.hash = hashByte(digits.hash, ZERO)
  digits.zeros = 0
  digits.hash = hashByte(digits.hash, byte)
}

function readExponent(cursor: Cursor): number {
  if (!skip(cursor, LETTER_E) && !skip(cursor, CAPITAL_E)) return 0
  const isNegative = skip(cursor, MINUS)
  if (!isNegative) skip(cursor, PLUS)
  const { bytes } = cursor
  let exponent = 0
  for (let byte = bytes[cursor.at] ?? 0; isDigit(byte); byte = bytes[++cursor.at] ?? 0)
    exponent = (Math.imul(exponent, 10) + byte - ZERO) | 0
  return isNegative ? -exponent : exponent
}

function skip(cursor: Cursor, byte: number): boolean {
  const isFound = cursor.bytes[cursor.at] === byte
  if (isFound) cursor.at++
  return isFound
}

/** Notes the name before a colon, and where objects begin and end. Returns false for a name that makes the number unknown. */
function addName({ excluded, last, open, starts }: Names, byte: number): boolean {
  if (byte === OPEN) return starts.push(open.length) > 0
  const start = byte === CLOSE ? starts.pop() : starts.at(-1)
  if (start === undefined) return false
  if (byte === CLOSE) open.length = start
  // JSON keeps the last one of two members with the same name. A search in many names would take quadratic time.
  else if (excluded.includes(last) || open.length - start === MAX_NAMES || open.includes(last, start)) return false
  else open.push(last)
  return true
}

/** The number of members in one object. */
const MAX_NAMES = 200

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE
}

/** FNV-1a. */
function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, FNV_PRIME)
}

const SEED = 0x811c9dc5
const FNV_PRIME = 0x01000193
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const COLON = 0x3a
const SPACE = 0x20
const LF = 0x0a
const CR = 0x0d
const ZERO = 0x30
const NINE = 0x39
const MINUS = 0x2d
const PLUS = 0x2b
const POINT = 0x2e
const LETTER_E = 0x65
const CAPITAL_E = 0x45
const LETTER_U = 0x75

/** The codes of escaped characters, by the codes of the letters that escape them. */
const ESCAPED: (number | undefined)[] = []
for (const [letter, char] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t'])
  ESCAPED[(letter as string).charCodeAt(0)] = (char as string).charCodeAt(0)
