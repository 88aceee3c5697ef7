import type { CurrentTest } from './current-test.ts'

/** The folder next to the test files that contains their cassettes. */
export const CASSETTE_FOLDER = '__cassettes__'

/** In bytes of UTF-8. File systems allow 255, so there is room for a suffix. */
const MAX_NAME_BYTES = 120

/**
 * Returns the path of a test's cassette: `__cassettes__/<test file>/<name>.yaml`, next to the test file. The name contains only
 * lower-case letters, digits and dashes, so it is valid on every file system. Vitest 4 and 5 format the values in a title
 * differently; the name is the same in both.
 *
 * @param test the absolute path of its file, and its name
 * @param name a name for the cassette; default: the name of the test
 * @returns an absolute path, with the same separators as the path of the test file
 */
export function cassettePath({ file, name: testName }: CurrentTest, name = testName): string {
  const end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'))
  const separator = file[end] ?? '/'
  return [file.slice(0, Math.max(end, 0)), CASSETTE_FOLDER, file.slice(end + 1), `${slug(name)}.yaml`].join(separator)
}

/**
 * Tells whether a cassette is named: after its test, without a source, or by a string that is neither a path nor the text of a
 * cassette. A slash or the extension of a cassette makes a path, so `gpt-4.1 says hi` is a name.
 */
export function isCassetteName(source: unknown): source is string | undefined {
  if (source === undefined) return true
  return typeof source === 'string' && source !== '' && !PATH.test(source) && !TEXT.test(source)
}

/** A slash, or the extension of a file that this library reads. */
const PATH = /[/\\]|\.(?:ya?ml|json|har)(?:\.gz)?$/i

/** Several lines, or JSON, also a part of it. A name can begin with a bracket: `[en] says hi`. */
const TEXT = /\n|^\s*[{[](?:\s*["{[]|.*[}\]]\s*$)/

/**
 * Not a regular expression literal: JavaScript parsers validate literals, and loading the Unicode tables takes longer than
 * parsing the rest of this package.
 */
const WORDS = '[\\p{L}\\p{N}\\p{M}]+'

/** A long name is cut. A hash of the complete name distinguishes it from names with the same beginning. */
function slug(name: string): string {
  const words = likeVitest4(name)
    .normalize('NFKC')
    .replace(/\\?['"`’]|\\(?=\\)/g, '')
    .replace(/\\[nrt]/g, ' ')
    .toLowerCase()
    .match(new RegExp(WORDS, 'gu'))
  const text = words?.join('-') ?? ''
  if (text === '' || RESERVED.test(text)) return `test-${text || hash(name)}`
  return bytes(text) <= MAX_NAME_BYTES ? text : `${cut(text)}-${hash(name)}`
}

/**
 * Vitest cuts the value of a `$name` in a title at 40 characters. Vitest 4 counts the quotes around the value and the escape
 * characters, Vitest 5 does not.
 */
function likeVitest4(name: string): string {
  return name.replace(/([^…]{39})…(?!['(])/g, (_, value: string) => {
    const escaped = value.match(/['\\\n\r\t]/g)?.length ?? 0
    return `${value.slice(0, 37 - escaped)}…`
  })
}

/** Device names on Windows, which can't be file names. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

function cut(text: string): string {
  let end = MAX_NAME_BYTES
  while (bytes(text.slice(0, end)) > MAX_NAME_BYTES) end--
  return text.slice(0, end).replace(/[\ud800-\udbff]$|-$/, '')
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** 32-bit FNV-1a. It only has to distinguish names, and unlike Web Crypto it is synchronous on every platform. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
