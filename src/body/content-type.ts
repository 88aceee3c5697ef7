/**
 * The media type of a content-type header, in lower case and without parameters; empty if there is none.
 *
 * @param contentType the header's value, such as `application/json; charset=utf-8`
 */
export function mediaType(contentType: string | null | undefined): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/**
 * Guesses a content type from a body, for recordings without the header: SDKs fail on a response that has none.
 *
 * @returns a content type, or undefined for an empty body
 */
export function sniffContentType(body: Uint8Array): string | undefined {
  if (body.length === 0) return undefined
  const head = new TextDecoder().decode(body.subarray(0, 512))
  if (/^\uFEFF?\s*(?:data|event|id|retry)?:/.test(head)) return 'text/event-stream'
  if (/^\s*[{[]/.test(head)) return isNdjson(body) ? 'application/x-ndjson' : 'application/json'
  if (/^\s*<(?:!doctype|html)/i.test(head)) return 'text/html'
  return head.includes('\uFFFD') || head.includes('\0') ? 'application/octet-stream' : 'text/plain'
}

function isNdjson(body: Uint8Array): boolean {
  const lines = new TextDecoder().decode(body).trim().split(/\r?\n/)
  return lines.length > 1 && lines.every((line) => /^\{.*\}$/.test(line))
}
