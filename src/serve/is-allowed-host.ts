/**
 * Tells whether a request was sent to this server on purpose. A page of another site can let its own host name lead to this
 * machine (DNS rebinding), and then its name is in the header `host`.
 *
 * @param header the header `host`
 * @param bound the address to which the server is bound
 */
export function isAllowedHost(header: string | null, bound: '127.0.0.1' | '0.0.0.0'): boolean {
  const name = header?.replace(/:\d+$/, '').toLowerCase()
  if (name === undefined) return false
  if (/^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name)) return true
  // Containers reach the machine by an address or a name without a dot.
  return bound === '0.0.0.0' && (/^[\d.]+$/.test(name) || !name.includes('.') || name === 'host.docker.internal')
}
