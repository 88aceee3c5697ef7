import type { ViewChange, ViewDiff } from '../view-data.ts'
import { formatCount } from './format.ts'
import { type Child, html } from './html.ts'
import type { RawProps } from './raw.ts'
import { showText } from './text.ts'

/** An interaction to compare. */
export interface DiffProps extends RawProps {
  /** The other recording, as the user spelled it. */
  readonly against: string | undefined
}

const VERDICTS: Readonly<Record<ViewDiff['verdict'], string>> = {
  identical: 'nothing differs',
  wording: 'only the wording differs',
  structural: 'more than the wording differs',
  new: 'the other recording does not contain it',
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const

/** Shows how an interaction differs from another recording. */
export function Diff({ entry, against = '' }: DiffProps): Child {
  const { cassette, interaction } = entry
  const { diff } = interaction
  if (!diff) {
    return html`<div class="notice"><p>There is nothing to compare with. Name another file or a revision of git:</p>
      <pre>npx msw-cassette view ${showText(cassette.path)} --against HEAD:./${showText(cassette.path)}</pre></div>`
  }
  return html`<div class="diff">
    <p><span class=${`badge ${diff.verdict}`}>${diff.verdict}</span> compared with <code>${showText(against)}</code>: ${VERDICTS[diff.verdict]}</p>
    ${diff.changes.map((change) => html`<${Change} ...${change} />`)}
    <${Removed} requests=${cassette.removed ?? []} />
  </div>`
}

function Change({ aspect, lines }: ViewChange): Child {
  return html`<section><h2>${aspect}</h2>
    <div class="diff-lines">${lines.map(({ kind, text }) =>
      kind === 'gap'
        ? html`<div class="diff-gap">…</div>`
        : html`<div class=${`diff-line ${kind}`}><span class="sign">${SIGNS[kind]}</span><span class="content" dir="auto">${showText(text)}</span></div>`,
    )}</div></section>`
}

function Removed({ requests }: { readonly requests: readonly string[] }): Child {
  if (requests.length === 0) return null
  return html`<section><h2>Only the other recording has ${formatCount(requests.length, 'interaction')}</h2>
    <ul class="removed-list">${requests.map((request) => html`<li>${showText(request)}</li>`)}</ul></section>`
}
