import { REDACTED, type SecretSet } from './redacted.ts'
import type { IsParameter } from './url-credentials.ts'

const PART =
  /^(\r?\n(?:[^\r\n]+\r?\n)*?content-disposition:[^\r\n]*\bname=(?:"([^"\r\n]*)"|([^\s;]+))[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)(.+?)(\r?\n)$/is

/**
 * Replaces the fields of a multipart form that carry credentials.
 *
 * @param text the body; of bytes that are no text, one character for each
 * @param isParameter which fields are to be replaced
 * @param found where the credentials go
 * @returns the body; as it is where it is not multipart
 */
export function redactMultipart(text: string, isParameter: IsParameter, found: SecretSet): string {
  const delimiter = /^--[^\r\n]+/.exec(text)?.[0]
  if (!delimiter) return text
  return text
    .split(delimiter)
    .map((piece) => {
      const [, head = '', quoted, bare, value = '', end = ''] = PART.exec(piece) ?? []
      if (!isParameter(quoted ?? bare ?? '')) return piece
      found.add(value)
      return head + REDACTED + end
    })
    .join(delimiter)
}
