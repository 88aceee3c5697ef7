/** A pattern of the option `hosts`. */
export type HostPattern = (url: URL) => boolean

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/**
 * Parses a pattern: a host name (`api.openai.com`), all names below one (`*.example.com`) or every host (`*`), each with an
 * optional port (`localhost:11434`, `localhost:*`). Without a port, every port matches.
 *
 * @returns undefined if no URL could match the text
 */
export function parseHostPattern(text: string): HostPattern | undefined {
  const [, wildcard = '', name = '', port = '*'] =
    /^(\*\.|\*(?=:|$))?(\[[\da-f:.]+\]|[^\s*/:?#@[\]]*)(?::(\d{1,5}|\*))?$/iu.exec(text) ?? []
  if (wildcard === '*' ? name !== '' : name === '') return undefined
  const host = toHostname(name)
  if (host === undefined && wildcard !== '*') return undefined
  return ({ protocol, hostname, port: given }) => {
    if (port !== '*' && port !== (given || DEFAULT_PORTS[protocol])) return false
    if (wildcard === '*') return true
    return wildcard === '*.' ? hostname.endsWith(`.${host}`) : hostname === host
  }
}

/** The spelling of a name in a URL: lower case, and punycode for other alphabets. */
function toHostname(name: string): string | undefined {
  const url = `http://${name}/`
  return name !== '' && URL.canParse(url) ? new URL(url).hostname : undefined
}
