import { formatBytes } from '../../diagnostics/units.ts'
import type { ViewBody, ViewMessage } from '../view-data.ts'
import { Code } from './code.ts'
import { CopyButton } from './copy-button.ts'
import type { Entry } from './entries.ts'
import { HexDump } from './hex-dump.ts'
import { type Child, html } from './html.ts'
import { showStatus } from './status.ts'
import { showText } from './text.ts'

/** An interaction to show as HTTP. */
export interface RawProps {
  readonly entry: Entry
  readonly terms: readonly string[]
}

/** Shows the request and the response of an interaction. */
export function Raw({ entry, terms }: RawProps): Child {
  const { method, request, response, statusText, url } = entry.interaction
  const { word } = showStatus(entry.interaction)
  return html`<div class="raw">
    <${Message} title="Request" start=${`${method} ${url}`} message=${request} terms=${terms} />
    <${Message} title="Response" start=${word === 'none' ? 'no response' : `${word} ${statusText}`} message=${response} terms=${terms} />
  </div>`
}

interface MessageProps {
  readonly title: string
  readonly start: string
  readonly message: ViewMessage
  readonly terms: readonly string[]
}

function Message({ title, start, message, terms }: MessageProps): Child {
  const { body, headers } = message
  return html`<section class="message" aria-label=${title}>
    <h2>${title}</h2>
    <p class="start" dir="ltr">${showText(start)}</p>
    ${headers.length > 0 && html`<dl class="headers" dir="ltr">${headers.map(([name, value]) => html`<dt>${showText(name)}</dt><dd>${showText(value)}</dd>`)}</dl>`}
    <${Body} body=${body} terms=${terms} title=${title} />
  </section>`
}

function Body({ body, terms, title }: { body: ViewBody; terms: readonly string[]; title: string }): Child {
  const { bytes, content, head, notes, type } = body
  if (bytes === 0) return html`<p class="note">no body</p>`
  const facts = [type, formatBytes(bytes)].filter(Boolean).join(' · ')
  return html`<div class="body">
    <p class="body-head"><span>${showText(facts)}</span>
      ${content && html`<${CopyButton} label="Copy" name=${`Copy the body of the ${title.toLowerCase()}`} text=${() => content.text} />`}</p>
    ${notes.map((note) => html`<p class="note">${showText(note)}</p>`)}
    ${content && html`<${Code} text=${content.text} omitted=${content.omitted} terms=${terms} />`}
    ${head !== undefined && html`<${HexDump} head=${head} bytes=${bytes} />`}
  </div>`
}
