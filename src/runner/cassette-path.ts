import type { CurrentTest } from './current-test.ts'

/** The folder beside the test files that holds their cassettes. */
export const CASSETTE_FOLDER = '__cassettes__'

/** Bytes of UTF-8: file systems take 255, and there is room left for a suffix. */
const MAX_NAME_BYTES = 120

/**
 * Names the cassette of a test: `__cassettes__/<test file>/<name>.yaml`, beside the test file. The same name comes of the same
 * test in Vitest 4 and 5, which differ in how a title shows a value, and on every file system: it is lower case, without
 * anything but letters, digits and dashes.
 *
 * @param test its file, absolute, and its name
 * @param name what the cassette is called instead
 * @returns an absolute path, with the separators of the test file's
 */
export function cassettePath({ file, name: testName }: CurrentTest, name = testName): string {
  const end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'))
  const separator = file[end] ?? '/'
  return [file.slice(0, Math.max(end, 0)), CASSETTE_FOLDER, file.slice(end + 1), `${slug(name)}.yaml`].join(separator)
}

/** Not a literal: a parser of JavaScript looks into those, and the tables of Unicode take it longer than all else in this package. */
const WORDS = '[\\p{L}\\p{N}\\p{M}]+'

/** A long name is cut, and told from others that begin alike by a hash of the whole. */
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
 * Where a title shows a value by `$name`, Vitest cuts it at 40 characters: 4 with the quotes around it and with what it escapes,
 * 5 without.
 */
function likeVitest4(name: string): string {
  return name.replace(/([^…]{39})…(?!['(])/g, (_, value: string) => {
    const escaped = value.match(/['\\\n\r\t]/g)?.length ?? 0
    return `${value.slice(0, 37 - escaped)}…`
  })
}

/** The names of devices on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

function cut(text: string): string {
  let end = MAX_NAME_BYTES
  while (bytes(text.slice(0, end)) > MAX_NAME_BYTES) end--
  return text.slice(0, end).replace(/[\ud800-\udbff]$|-$/, '')
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** FNV-1a, 32 bits: not to be safe, only to differ, and the same everywhere at once. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
