/** The protocol allows this many bytes of UTF-8. */
const MAX_BYTES = 123

/** Cuts a text to the length that the reason of a close frame can have. */
export function toCloseReason(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= MAX_BYTES) return text
  const kept = new TextDecoder().decode(bytes.subarray(0, MAX_BYTES - ELLIPSIS_BYTES), { stream: true })
  return `${kept}…`
}

const ELLIPSIS_BYTES = 3
