import { inflate } from '../body/inflate.ts'
import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import { decodeEntities } from './decode-entities.ts'

/** Enough for JSON in JSON in JSON; real messages are not nested more deeply. */
const MAX_UNESCAPES = 3

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** Decodes the escapes of JSON and HTML. */
export function removeEscapes(text: string): string {
  let plain = text
  for (let round = 0; round < MAX_UNESCAPES && plain.includes('\\'); round++) {
    plain = plain.replace(
      /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(["\\/bfnrt]))/g,
      (_, long?: string, short?: string, char = '') => {
        const code = long ?? short
        return code === undefined ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16))
      },
    )
  }
  return decodeEntities(plain)
}

/** Decodes percent-encoding, and percent-encoding in percent-encoding, three times at most. */
export function decodePercent(text: string): string {
  let plain = text
  for (let round = 0; round < MAX_UNESCAPES && plain.includes('%'); round++)
    plain = plain.replace(/(?:%[\da-fA-F]{2})+/g, decodeRun)
  return plain
}

function decodeRun(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

/** Reads UTF-16 as text, in a binary string. */
export function removeNulls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

/** Text that was encoded in a longer text, one encoded run a line. */
export interface EncodedText {
  readonly base64: string
  /** Text that was compressed, too. */
  readonly compressed: string
  readonly hex: string
}

const MIN_RUN = 16

/** The longest base64 that is decoded at all four offsets, in characters; longer base64 is decoded from its start only. */
const MAX_SHIFTED = 65_536

/** Decodes all runs of base64 and of hexadecimal digits that contain text. */
export function decodeText(text: string): EncodedText {
  const base64: string[] = []
  const compressed: string[] = []
  const hex: string[] = []
  for (const run of runsOf(text)) {
    const shifts = run.length > MAX_SHIFTED ? 1 : 4
    for (let shift = 0; shift < shifts; shift++) keepText(decodeBase64(run.slice(shift)), base64)
    const [encoding = '', start = -1] = findCompressed(run)
    if (start !== -1) keepText(inflateText(decodeBase64(run.slice(start)), encoding), compressed)
    keepText(decodeHex(run), hex)
  }
  return { base64: base64.join('\n'), compressed: compressed.join('\n'), hex: hex.join('\n') }
}

/** The first characters of gzip and zstd in base64, and at the start of a run, of zlib. */
function findCompressed(run: string): [encoding: string, start: number] | [] {
  const gzip = run.indexOf('H4sI')
  if (gzip !== -1) return ['gzip', gzip]
  const zstd = run.indexOf('KLUv/')
  if (zstd !== -1) return ['zstd', zstd]
  return /^(?:eJ|eN|eA|eF)/.test(run) ? ['deflate', 0] : []
}

/** A longer run is a file. */
const MAX_COMPRESSED = 1_000_000

function inflateText(binary: string, encoding: string): string {
  if (binary.length > MAX_COMPRESSED) return ''
  try {
    return toBinaryString(inflate(fromBinaryString(binary), encoding))
  } catch {
    return ''
  }
}

/** Text of ASCII, in UTF-16 too. Credentials contain nothing else. */
const ASCII = /[\t\n\r -~\0]{12,}/g

/** A credential has at least this many printable characters, and random bytes hardly ever have. */
const PRINTABLE = /[!-~]{12}/

function keepText(decoded: string, texts: string[]): void {
  for (const piece of decoded.match(ASCII) ?? []) {
    const text = removeNulls(piece)
    if (PRINTABLE.test(text)) texts.push(text)
  }
}

/** The start of base64 data is unknown, because the characters before it can look like a part of it. */
function decodeBase64(run: string): string {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/')
  // A single character after the last group encodes nothing, and is the only possible error.
  return atob(standard.length % 4 === 1 ? standard.slice(0, -1) : standard)
}

/** The bytes of hexadecimal digits, with the prefix of numbers or without. */
const HEX = /^(?:0[xX])?((?:[\da-fA-F]{2}){16,})/

function decodeHex(run: string): string {
  const [, digits = ''] = HEX.exec(run.slice(0, MAX_SHIFTED)) ?? []
  let decoded = ''
  for (let at = 0; at < digits.length; at += 2)
    decoded += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16))
  return decoded
}

/** Base64 is often broken into lines. A pattern for it would exceed the stack in a body of several megabytes. */
function* runsOf(text: string): Generator<string> {
  for (let at = nextStart(text, 0); at < text.length; at = nextStart(text, at)) {
    const lines: string[] = []
    let next: number | undefined = at
    while (next !== undefined) {
      const end = endOfLine(text, next)
      const line = text.slice(next, end)
      lines.push(line)
      at = end
      // A short line is the last one.
      next = line.length < MIN_RUN ? undefined : afterLineBreak(text, end)
    }
    const run = lines.join('')
    if (run.length >= MIN_RUN) yield run
  }
}

function nextStart(text: string, from: number): number {
  let at = from
  while (at < text.length && !isBase64(text, at)) at++
  return at
}

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && isBase64(text, at)) at++
  return at
}

/** The offset of the next line if it begins with base64 too. */
function afterLineBreak(text: string, at: number): number | undefined {
  let next = at
  if (text[next] === '\r') next++
  if (text[next] !== '\n') return undefined
  next++
  for (let blanks = 0; blanks < 20 && (text[next] === ' ' || text[next] === '\t'); blanks++) next++
  return isBase64(text, next) ? next : undefined
}

const IS_BASE64 = Uint8Array.from({ length: 128 }, (_, code) => (/[\w+/-]/.test(String.fromCharCode(code)) ? 1 : 0))

function isBase64(text: string, at: number): boolean {
  return IS_BASE64[text.charCodeAt(at)] === 1
}
