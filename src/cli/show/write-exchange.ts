import type { Interaction } from '../../cassette.ts'
import { formatBytes, formatMs } from '../../diagnostics/units.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import type { Content } from '../../llm/exchange/read-content.ts'
import { readExchange } from '../../llm/exchange/read-exchange.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Line } from '../styled.ts'
import { type Block, type Layout, layOut } from '../text/layout.ts'

/** Writes an interaction of an unknown protocol: the bodies of its request and of its response. */
export function writeExchange(interaction: Interaction, layout: Layout): Line[] {
  const { request, response } = readExchange(interaction)
  return layOut([...toBlocks('request', request), ...toBlocks('response', response)], layout)
}

function toBlocks(label: string, content: Content): Block[] {
  return content.kind === 'empty' ? [] : [{ label, text: writeContent(content) }]
}

function writeContent(content: Exclude<Content, { kind: 'empty' }>): string {
  switch (content.kind) {
    case 'json':
      return prettyJson(content.value)
    case 'events':
      return content.events.map(writeEvent).join('\n')
    case 'multipart':
      return content.parts
        .map(({ headers, content: part }) => {
          const body = typeof part === 'string' ? part : `[${formatBytes(part.length)}]`
          return [...headers, body].join('\n')
        })
        .join('\n\n')
    case 'text':
      return content.text
    case 'bytes': {
      const duration = content.duration === undefined ? '' : `, ${formatMs(content.duration)}`
      return `[${content.type || 'bytes'}, ${formatBytes(content.length)}${duration}]`
    }
  }
}

function writeEvent({ name, data }: StreamEvent): string {
  return name === undefined ? data : `${name} ${data}`
}
