/** The ways to send a request. The second one sends it first before the server starts, too. */
export const ways = [
  'global `fetch`',
  'global `fetch`, warmed-up connections',
  '`fetch` captured before the server',
  '`http.get` captured before the server',
  "undici's `request`",
  "undici's `request` with an `Agent`",
  "undici's `fetch`",
  "undici's `Client`",
  '`node:http2`',
  'global `WebSocket`',
  'a child process',
  'a worker thread',
] as const
export type Way = (typeof ways)[number]

/** A server of one's own that listens with `listenOptions`, or the server that the setup of every runner starts. */
export const setups = ['own', 'runner'] as const
export type Setup = (typeof setups)[number]
