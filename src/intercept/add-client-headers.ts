/** The headers that Node's `fetch` adds to a request that does not have them. Functions of the options see them, and they are recorded. */
const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['accept', '*/*'],
  ['accept-language', '*'],
  ['sec-fetch-mode', 'cors'],
  ['user-agent', 'node'],
]

/**
 * Adds the headers that Node's `fetch` would send.
 *
 * @param headers those of the caller, which are changed
 * @param url decides which encodings it accepts
 */
export function addClientHeaders(headers: Headers, url: string): void {
  const encodings = url.startsWith('https:') ? 'br, gzip, deflate' : 'gzip, deflate'
  for (const [name, value] of [...HEADERS, ['accept-encoding', encodings] as const])
    if (!headers.has(name)) headers.set(name, value)
}
