import type { ViewInteraction } from '../view-data.ts'

/** The characters of a header's name. Anything else could be an option of curl, such as `@file`. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/

/** curl computes them. */
const OWN_HEADERS: readonly string[] = ['content-length', 'accept-encoding', 'connection', 'host', 'transfer-encoding']

/** Writes a request as a command of a POSIX shell. No part of the request can leave its quotes. */
export function toCurl({ method, request, url }: Pick<ViewInteraction, 'method' | 'request' | 'url'>): string {
  const { body, headers } = request
  const { content } = body
  const sent = headers.filter(([name]) => HEADER_NAME.test(name) && !OWN_HEADERS.includes(name.toLowerCase()))
  const lines = [
    `curl --globoff --request ${quote(method)} --url ${quote(url)}`,
    ...sent.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(content && content.text !== '' ? [`--data-raw ${quote(content.text)}`] : []),
  ]
  const command = lines.join(' \\\n  ')
  if (content?.omitted !== undefined)
    return `# The body is incomplete: this page does not contain all of it.\n${command}`
  return body.head === undefined ? command : `# Without the body, which is binary.\n${command}`
}

/** Characters that a terminal acts on or shows as others. They need quotes with escapes, which bash, zsh and ksh have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

function quote(text: string): string {
  if (!CONTROLS.test(text)) return `'${text.replaceAll("'", "'\\''")}'`
  const escaped = text
    .replaceAll(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(new RegExp(CONTROLS.source, 'g'), (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `$'${escaped}'`
}
