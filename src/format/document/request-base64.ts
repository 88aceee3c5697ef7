import { fromBase64 } from '../../bytes/base64.ts'

/**
 * Decodes the base64 of a request. Its padding can be wrong, because redaction often replaces a part of a request. A request is
 * only compared, so its exact end matters less than a cassette that can be read.
 *
 * @returns undefined if the text has other characters
 */
export function fromRequestBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const [digits = ''] = text.replace(/\s/g, '').split('=', 1)
  if (!/^[A-Za-z\d+/=\s]*$/.test(text)) return undefined
  return fromBase64(digits.length % 4 === 1 ? digits.slice(0, -1) : digits)
}
