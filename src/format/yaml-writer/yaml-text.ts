import { toBase64 } from '../../bytes/base64.ts'

const MAX_BINARY_LINE = 76

/** go-yaml also writes longer keys with `? `. Readers that use libyaml refuse plain keys from 1,024 characters. */
const MAX_SIMPLE_KEY = 128

/**
 * Writes a text as a YAML scalar that every YAML 1.1 and 1.2 reader reads as the same characters: plain if that is safe, else
 * single-quoted if it is one line, else a block if that is safe, else double-quoted with escapes.
 *
 * @param text any text without lone surrogates
 * @param indent the spaces before the key; a block is indented by two more
 */
export function writeText(text: string, indent: string): string {
  if (isPlain(text)) return text
  return text.includes('\n') && !UNSAFE.test(text) && isBlock(text) ? writeBlock(text, indent) : writeQuoted(text)
}

/** Writes a text as a quoted scalar on one line, which is also valid in YAML's flow style. */
export function writeQuoted(text: string): string {
  return text.includes('\n') || UNSAFE.test(text) ? writeEscaped(text) : `'${text.replaceAll("'", "''")}'`
}

/**
 * Writes a text as the key of a mapping, with its colon. A key is written on one line, because a block can't be a key. A long
 * key is written after a question mark, because libyaml (Go, Python, Ruby) refuses it otherwise.
 *
 * @param text any text without lone surrogates
 * @returns whole lines, without indentation
 */
export function writeKey(text: string): string[] {
  const key = text.includes('\n') ? writeEscaped(text) : writeText(text, '')
  return key.length > MAX_SIMPLE_KEY ? [`? ${key}`, ':'] : [`${key}:`]
}

/**
 * Writes bytes as text if they are UTF-8, otherwise as `!!binary`.
 *
 * @param text the decoded bytes; undefined if they are not UTF-8
 * @param indent the spaces before the key
 */
export function writeBytes(bytes: Uint8Array, text: string | undefined, indent: string): string {
  if (text !== undefined) return writeText(text, indent)
  const base64 = toBase64(bytes).match(new RegExp(`.{1,${MAX_BINARY_LINE}}`, 'g')) ?? []
  return `!!binary |\n${base64.map((line) => `${indent}  ${line}`).join('\n')}`
}

/** Writes bytes as `!!binary` on one line, which is also valid in YAML's flow style. */
export function writeBinary(bytes: Uint8Array): string {
  return `!!binary ${bytes.length === 0 ? "''" : toBase64(bytes)}`
}

// Control characters, the line breaks of YAML 1.1, the byte order mark, and characters that YAML forbids.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression finds them.
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/

/** In characters. A longer text is quoted, because the fast reader leaves long plain scalars to the YAML parser. */
const MAX_PLAIN = 4096

/** Whether every reader reads the text as a string: not as a number, a date, a boolean, null or other syntax. */
function isPlain(text: string): boolean {
  if (text.length > MAX_PLAIN) return false
  if (/^\d{3} [A-Za-z ]*[A-Za-z]$/.test(text)) return true
  if (!/^[A-Za-z/][\w/.,;=+*?&%@~(): -]*$/.test(text) || /: | -|[: ]$/.test(text)) return false
  return !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text)
}

/**
 * Readers disagree on blocks that begin with white space or have a line of only spaces. Editors and commit hooks remove white
 * space at the ends of lines.
 */
function isBlock(text: string): boolean {
  return /^\S/.test(text) && !/[^\S\n]$/m.test(text)
}

function writeBlock(text: string, indent: string): string {
  const end = countLastLineBreaks(text)
  const chomping = end === 0 ? '-' : end === 1 ? '' : '+'
  const lines = (end === 0 ? text : text.slice(0, -1)).split('\n')
  return `|${chomping}\n${lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}`
}

function countLastLineBreaks(text: string): number {
  let at = text.length
  while (text[at - 1] === '\n') at--
  return text.length - at
}

function writeEscaped(text: string): string {
  return JSON.stringify(text).replace(new RegExp(UNSAFE, 'g'), toEscape)
}

function toEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
