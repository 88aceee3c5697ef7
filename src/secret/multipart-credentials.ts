import { REDACTED, type SecretSet } from './redacted.ts'
import type { IsParameter } from './url-credentials.ts'

const PART =
  /^(\r?\n(?:[^\r\n]+\r?\n)*?content-disposition:[^\r\n]*\bname=(?:"([^"\r\n]*)"|([^\s;]+))[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)(.+?)(\r?\n)$/is

/**
 * Replaces the fields of a multipart form that carry credentials.
 *
 * @param text the body; a binary string if it is not UTF-8
 * @param isParameter selects the fields to replace
 * @param secrets receives the replaced values
 * @returns the body; unchanged if it is not multipart
 */
export function redactMultipart(text: string, isParameter: IsParameter, secrets: SecretSet): string {
  const delimiter = /^--[^\r\n]+/.exec(text)?.[0]
  if (!delimiter) return text
  return text
    .split(delimiter)
    .map((piece) => {
      const [, head = '', quoted, bare, value = '', end = ''] = PART.exec(piece) ?? []
      if (!isParameter(quoted ?? bare ?? '')) return piece
      secrets.add(value)
      return head + REDACTED + end
    })
    .join(delimiter)
}
