import { useState } from 'preact/hooks'
import type { ViewPart, ViewText, ViewToolResult } from '../view-data.ts'
import { Code } from './code.ts'
import { formatCount } from './format.ts'
import { type Child, html } from './html.ts'
import { showText } from './text.ts'

/** The parts of a message. */
export interface PartsProps {
  readonly parts: readonly ViewPart[]
  readonly terms: readonly string[]
  /** Whether a long text is open at first. */
  readonly long: 'fold' | 'show'
}

/** Shows the parts of a message. */
export function Parts({ parts, terms, long }: PartsProps): Child {
  return parts.map((part) => html`<${Part} part=${part} terms=${terms} long=${long} />`)
}

function Part({ part, terms, long }: { part: ViewPart; terms: readonly string[]; long: PartsProps['long'] }): Child {
  switch (part.kind) {
    case 'text':
      return html`<${LongText} ...${part} terms=${terms} long=${long} />`
    case 'reasoning':
      return html`<div class="reasoning"><span class="label">reasoning</span>
        ${part.text === '' ? html`<p class="note">not readable: the provider sent it encrypted</p>` : html`<${LongText} ...${part} terms=${terms} long="fold" />`}
      </div>`
    case 'refusal':
      return html`<div class="refusal"><span class="label">refusal</span><${LongText} ...${part} terms=${terms} long=${long} /></div>`
    case 'tool-call':
      return html`<div class="tool"><p class="tool-head"><span class="label">calls</span> <code>${showText(part.name)}</code>
        ${part.id !== undefined && html`<span class="id">${showText(part.id)}</span>`}</p>
        <${Code} text=${part.text} omitted=${part.omitted} terms=${terms} /></div>`
    case 'tool-result':
      return html`<${ToolResult} result=${part} terms=${terms} />`
    case 'media':
    case 'vectors':
      return html`<p class="media">${showText(part.label)}</p>`
    case 'other':
      return html`<div class="tool"><p class="tool-head"><span class="label">part</span> <code>${showText(part.type)}</code></p>
        <${Code} text=${part.text} omitted=${part.omitted} terms=${terms} /></div>`
  }
}

function ToolResult({ result, terms }: { result: ViewToolResult; terms: readonly string[] }): Child {
  const { id, name, outcome, parts } = result
  return html`<div class=${`tool ${outcome === 'error' ? 'failed' : ''}`}>
    <p class="tool-head"><span class="label">${outcome === 'error' ? 'error of' : 'result of'}</span> <code>${showText(name ?? 'an unknown tool')}</code>
      ${id !== undefined && html`<span class="id">${showText(id)}</span>`}</p>
    ${parts.map((part) =>
      part.kind === 'text' && /^\s*[{[]/.test(part.text)
        ? html`<${Code} text=${part.text} omitted=${part.omitted} terms=${terms} />`
        : html`<${Part} part=${part} terms=${terms} long="fold" />`,
    )}
  </div>`
}

/** A longer text is folded, in characters. */
const LONG_TEXT = 1_200

interface LongTextProps extends ViewText {
  readonly terms: readonly string[]
  readonly long: PartsProps['long']
}

function LongText({ text, omitted = 0, terms, long }: LongTextProps): Child {
  const [open, setOpen] = useState(long === 'show')
  const isLong = text.length > LONG_TEXT
  const cut = isLong && !open && terms.length === 0
  return html`<p class="text" dir="auto">${showText(cut ? `${text.slice(0, LONG_TEXT / 2)}…` : text)}</p>
    ${isLong && long === 'fold' && terms.length === 0 && html`<button class="more" aria-expanded=${open} onClick=${() => setOpen(!open)}>${open ? 'Show less' : `Show all ${formatCount(text.length, 'character')}`}</button>`}
    ${omitted > 0 && html`<p class="note">${formatCount(omitted, 'character')} left out to keep this page small.</p>`}`
}
