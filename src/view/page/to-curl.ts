import type { ViewInteraction } from '../view-data.ts'
import { sentHeaders } from './sent-headers.ts'
import { shellQuote } from './shell-quote.ts'

/** Writes a request as a command of a POSIX shell. */
export function toCurl({ method, request, url }: Pick<ViewInteraction, 'method' | 'request' | 'url'>): string {
  const { content, head } = request.body
  const lines = [
    `curl --globoff --request ${shellQuote(method)} --url ${shellQuote(url)}`,
    ...sentHeaders(request).map((header) => `--header ${shellQuote(header)}`),
    ...(content && content.text !== '' ? [`--data-raw ${shellQuote(content.text)}`] : []),
  ]
  const command = lines.join(' \\\n  ')
  if (content?.omitted !== undefined)
    return `# The body is incomplete: this page does not contain all of it.\n${command}`
  return head === undefined ? command : `# Without the body, which is binary.\n${command}`
}
