/**
 * Encodes a text in an encoding of Ruby or Python, such as `ISO-8859-1`, `Windows-1252` or `Shift_JIS`. Like Ruby's VCR, it
 * encodes a text as UTF-8 if the encoding lacks one of its characters.
 *
 * @param name upper and lower case are equal; an empty name and Ruby's `ASCII-8BIT` (bytes) mean UTF-8
 * @returns undefined if the text is not ASCII, and the encoding is unknown or can't be written here
 */
export function encodeText(text: string, name: string): Uint8Array<ArrayBuffer> | undefined {
  const label = name.trim().toLowerCase().replaceAll('_', '-')
  const wide = WIDE.get(label)
  if (wide) return encodeWide(text, wide)
  const utf8 = new TextEncoder().encode(text)
  if (UTF_8.test(label) || utf8.length === text.length) return utf8
  const encoder = getEncoder(label, name)
  // It has every character of Unicode, most of them in four bytes, which are not in the table.
  const otherwise = label === 'gb18030' ? undefined : utf8
  return encoder && (encodeWith(text, encoder) ?? otherwise)
}

const UTF_8 = /^(?:|utf-?8(?:-.*)?|ascii-8bit|binary|(?:us-)?ascii|ansi-x3\.4-1968|646)$/

interface WideEncoding {
  readonly bytes: 2 | 4
  readonly order: 'little' | 'big'
  readonly mark?: true
}

/** Without a suffix, Ruby writes a byte order mark and the high byte first. */
const WIDE: ReadonlyMap<string, WideEncoding> = new Map([
  ['utf-16', { bytes: 2, order: 'big', mark: true }],
  ['utf-16le', { bytes: 2, order: 'little' }],
  ['utf-16be', { bytes: 2, order: 'big' }],
  ['utf-32', { bytes: 4, order: 'big', mark: true }],
  ['utf-32le', { bytes: 4, order: 'little' }],
  ['utf-32be', { bytes: 4, order: 'big' }],
])

function encodeWide(text: string, { bytes, order, mark }: WideEncoding): Uint8Array<ArrayBuffer> {
  const marked = mark ? `\ufeff${text}` : text
  const units =
    bytes === 4
      ? Array.from(marked, (char) => char.codePointAt(0) ?? 0)
      : Array.from({ length: marked.length }, (_, index) => marked.charCodeAt(index))
  const view = new DataView(new ArrayBuffer(units.length * bytes))
  for (const [index, unit] of units.entries()) {
    if (bytes === 4) view.setUint32(index * 4, unit, order === 'little')
    else view.setUint16(index * 2, unit, order === 'little')
  }
  return new Uint8Array(view.buffer)
}

/** The bytes of each character that is not ASCII. */
type Encoder = ReadonlyMap<string, readonly number[]>

function encodeWith(text: string, encoder: Encoder): Uint8Array<ArrayBuffer> | undefined {
  const bytes: number[] = []
  for (const char of text) {
    if (char <= '\x7f') bytes.push(char.charCodeAt(0))
    else for (const byte of encoder.get(char) ?? [-1]) bytes.push(byte)
  }
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes)
}

const encoders = new Map<string, Encoder | undefined>()

function getEncoder(label: string, name: string): Encoder | undefined {
  if (!encoders.has(label)) encoders.set(label, createEncoder(label, name))
  return encoders.get(label)
}

/** Inverts the decoder of the platform: it can decode many encodings, and encode only UTF-8. */
function createEncoder(label: string, name: string): Encoder | undefined {
  if (LATIN_1.test(label)) return new Map(bytesFrom(0x80, 0xff).map((byte) => [String.fromCharCode(byte), [byte]]))
  const decoder = createDecoder(label) ?? createDecoder(name)
  if (!decoder) return undefined
  const encoder = new Map<string, readonly number[]>()
  for (const bytes of byteSequences(decoder.encoding)) {
    const char = decode(decoder, bytes)
    if (char !== undefined && [...char].length === 1 && !encoder.has(char)) encoder.set(char, bytes)
  }
  return encoder
}

/** For `TextDecoder`, this is another name of Windows-1252, which has printable characters from 0x80 to 0x9f. */
const LATIN_1 = /^(?:iso-?8859-1|latin-?1|l1|cp819|ibm819)$/

function createDecoder(label: string): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    // It has a state, so that a character has no bytes of its own.
    return decoder.encoding === 'iso-2022-jp' ? undefined : decoder
  } catch {
    return undefined
  }
}

const MULTI_BYTE = /^(?:shift_jis|euc-jp|euc-kr|gbk|gb18030|big5)$/

function* byteSequences(encoding: string): Generator<readonly number[]> {
  for (const byte of bytesFrom(0x80, 0xff)) yield [byte]
  if (!MULTI_BYTE.test(encoding)) return
  for (const lead of bytesFrom(0x81, 0xfe)) for (const trail of bytesFrom(0x40, 0xfe)) yield [lead, trail]
  if (encoding !== 'euc-jp') return
  for (const lead of bytesFrom(0xa1, 0xfe)) for (const trail of bytesFrom(0xa1, 0xfe)) yield [0x8f, lead, trail]
}

function decode(decoder: TextDecoder, bytes: readonly number[]): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

function bytesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
