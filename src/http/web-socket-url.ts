/** Tells the URL of a WebSocket from that of an HTTP request. */
export function isWebSocketUrl(url: string): boolean {
  return /^wss?:/i.test(url)
}

/** Converts `https://…` to `wss://…`, and `http://…` to `ws://…`. A URL of a WebSocket stays as it is. */
export function toWebSocketUrl(url: string): string {
  return url.replace(/^http/i, 'ws')
}

/** Converts `wss://…` to `https://…`, and `ws://…` to `http://…`. A URL of an HTTP request stays as it is. */
export function toHttpUrl(url: string): string {
  return url.replace(/^ws/i, 'http')
}
