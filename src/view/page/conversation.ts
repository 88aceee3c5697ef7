import { useState } from 'preact/hooks'
import { formatCost } from '../../diagnostics/units.ts'
import type { ViewConversation, ViewTurn } from '../view-data.ts'
import { formatCount, formatNumber } from './format.ts'
import { type Child, html } from './html.ts'
import { Parts } from './part.ts'
import { Raw, type RawProps } from './raw.ts'
import { showText } from './text.ts'

/** Shows an interaction as a conversation, or as HTTP if no known protocol fits. */
export function Conversation(props: RawProps): Child {
  const { conversation } = props.entry.interaction
  if (!conversation) {
    return html`<p class="notice">No known protocol of a model fits this interaction, so it is shown as HTTP.</p>
      <${Raw} ...${props} />`
  }
  const { answers, error, messages, repeated, tools } = conversation
  return html`<div class="conversation">
    ${tools.length > 0 && html`<${Tools} names=${tools} />`}
    <${Repeated} turns=${messages.slice(0, repeated)} terms=${props.terms} />
    ${messages.slice(repeated).map((turn) => html`<${Turn} turn=${turn} terms=${props.terms} />`)}
    ${answers.map((turn, index) => html`<${Turn} turn=${turn} terms=${props.terms} answer=${answers.length > 1 ? `answer ${index + 1}` : 'answer'} />`)}
    ${error && html`<section class="turn error"><h2>error</h2><div class="parts"><p class="text">${error.type && html`<b>${showText(error.type)}</b> `}${showText(error.message)}</p></div></section>`}
    ${answers.length === 0 && !error && html`<p class="notice">There is no answer.</p>`}
    <${UsageLine} ...${conversation} />
  </div>`
}

function Tools({ names }: { readonly names: readonly string[] }): Child {
  return html`<p class="tools"><span class="label">${formatCount(names.length, 'tool')}</span>${names.map((name) => html`<code>${showText(name)}</code>`)}</p>`
}

/** An agent sends all earlier messages with each request. Only new ones are open. */
function Repeated({ turns, terms }: { readonly turns: readonly ViewTurn[]; readonly terms: readonly string[] }): Child {
  const [open, setOpen] = useState(false)
  if (turns.length === 0) return null
  const shown = open || terms.length > 0
  const label = `${formatCount(turns.length, 'message')} as in the request before`
  return html`<button class="more repeated" aria-expanded=${shown} onClick=${() => setOpen(!open)}>${label}</button>
    ${shown && turns.map((turn) => html`<${Turn} turn=${turn} terms=${terms} />`)}`
}

interface TurnProps {
  readonly turn: ViewTurn
  readonly terms: readonly string[]
  /** Given for an answer. */
  readonly answer?: string
}

function Turn({ turn, terms, answer }: TurnProps): Child {
  const { finishReason, parts, role } = turn
  // Some protocols send results as a message of the user.
  const isResult = parts.length > 0 && parts.every(({ kind }) => kind === 'tool-result')
  return html`<section class=${`turn ${role} ${answer === undefined ? '' : 'answer'}`}>
    <h2>${answer ?? (isResult ? 'tool' : role)}</h2>
    <div class="parts">
      <${Parts} parts=${parts} terms=${terms} long=${role === 'system' ? 'fold' : 'show'} />
      ${parts.length === 0 && html`<p class="note">empty</p>`}
      ${finishReason !== undefined && html`<p class="finish">finish reason <code>${showText(finishReason)}</code></p>`}
    </div>
  </section>`
}

function UsageLine({ usage, protocol, provider }: ViewConversation): Child {
  const { cachedInput, cost, input, output, reasoning } = usage ?? {}
  const facts = [
    provider,
    protocol,
    input !== undefined &&
      `${formatNumber(input)} input tokens${cachedInput ? ` (${formatNumber(cachedInput)} cached)` : ''}`,
    output !== undefined &&
      `${formatNumber(output)} output tokens${reasoning ? ` (${formatNumber(reasoning)} reasoning)` : ''}`,
    cost !== undefined && formatCost(cost),
    !usage && 'usage not recorded',
  ]
  return html`<p class="usage">${facts.filter(Boolean).map((fact) => html`<span>${showText(String(fact))}</span>`)}</p>`
}
