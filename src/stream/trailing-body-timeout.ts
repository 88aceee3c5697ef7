/**
 * How long a body can continue after its reader left and still count as complete, in ms. SDKs leave when they have read the last
 * event, a moment before the connection ends.
 */
export const TRAILING_BODY_TIMEOUT_MS = 1_000
