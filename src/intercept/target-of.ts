/** The options of a request of `node:http` that determine its URL. */
interface Target {
  readonly protocol?: unknown
  readonly hostname?: unknown
  readonly host?: unknown
  readonly port?: unknown
  readonly path?: unknown
  readonly socketPath?: unknown
}

/**
 * Determines the URL of a request from the arguments of a function of `node:http`, or of `WebSocket`.
 *
 * @param protocol the protocol if the arguments contain none
 * @returns undefined if they contain no URL; for a socket of this machine, a URL of this machine
 */
export function targetOf([first, second]: readonly unknown[], protocol: string): string | undefined {
  const url = toUrl(first)
  const options = (url ? second : first) as Target | null | undefined
  if (!url && protocol === '') return undefined
  const target = typeof options === 'object' && options !== null ? options : {}
  if (target.socketPath) return 'http://localhost/'
  const hostname = target.hostname ?? target.host ?? url?.hostname ?? 'localhost'
  const port = target.port ?? url?.port ?? ''
  const path = target.path ?? (url ? url.pathname + url.search : '/')
  const scheme = String(target.protocol ?? url?.protocol ?? protocol).replace(/^ws/, 'http')
  const text = `${scheme}//${bracketed(String(hostname))}${port ? `:${port}` : ''}${path}`
  return URL.canParse(text) ? new URL(text).href : undefined
}

/** A `URL` can be from another realm. */
function toUrl(value: unknown): URL | undefined {
  const text = typeof value === 'object' && value !== null && 'href' in value ? value.href : value
  return typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined
}

/** Node accepts the address of an IPv6 host without brackets. */
function bracketed(hostname: string): string {
  return hostname.includes(':') && !hostname.startsWith('[') && hostname.split(':').length > 2
    ? `[${hostname}]`
    : hostname
}
