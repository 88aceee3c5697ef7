import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { CassetteParseError } from '../../errors/errors.ts'
import { locateOffset } from './locate-offset.ts'

/**
 * Decodes a cassette file. Any encoding but UTF-8 is refused: its characters would be wrong.
 *
 * @param bytes the file
 * @param file its name, for messages
 * @returns the text, without a byte order mark
 * @throws CassetteParseError with the position of the first byte that is not UTF-8
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const foreign = detectForeignEncoding(bytes)
  if (foreign) {
    throw new CassetteParseError(
      { file, line: 1, column: 1 },
      `Failed to read the cassette ${file}: it is ${foreign}. Cassettes are UTF-8 text.`,
    )
  }
  const text = decodeUtf8(bytes, 'remove') ?? refuseBytes(bytes, file)
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    const { line, column } = locateOffset(text, nul)
    throw new CassetteParseError(
      { file, line, column },
      `Failed to read the cassette ${file}:${line}:${column}: there is a NUL character. This is a binary file, or one cut and filled up with zeros.`,
    )
  }
  return text
}

function detectForeignEncoding(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16'
  return undefined
}

function refuseBytes(bytes: Uint8Array, file: string): never {
  const lossy = new TextDecoder().decode(bytes)
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0
  const reencoded = new TextEncoder().encode(lossy)
  let offset = 0
  while (reencoded[offset] === bytes[offset + bom]) offset++
  const { line, column } = locateOffset(lossy, new TextDecoder().decode(reencoded.subarray(0, offset)).length)
  const byte = (bytes[offset + bom] ?? 0).toString(16).padStart(2, '0')
  throw new CassetteParseError(
    { file, line, column },
    `Failed to read the cassette ${file}:${line}:${column}: the byte 0x${byte} is not UTF-8. Cassettes are UTF-8 text; binary bodies are !!binary.`,
  )
}
