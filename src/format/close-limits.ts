/** Whether a connection can close with a code. 1005 and 1006 are never sent: they report a close frame without a code, and none. */
export function isCloseCode(code: number): boolean {
  return code >= 1000 && code <= 4999
}

/** In bytes of UTF-8. */
export const MAX_REASON_BYTES = 123

/** Whether a close frame has room for a reason. */
export function isCloseReason(reason: string): boolean {
  return new TextEncoder().encode(reason).length <= MAX_REASON_BYTES
}
