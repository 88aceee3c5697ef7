import { fromBinaryString, toBinaryString } from './binary-string.ts'

/**
 * Decodes base64, which may be spread over several lines.
 *
 * @returns undefined if the text is not base64
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBinaryString(atob(text.replace(/\s/g, '')))
  } catch {
    return undefined
  }
}

/** Encodes bytes as base64, on one line. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(toBinaryString(bytes))
}
