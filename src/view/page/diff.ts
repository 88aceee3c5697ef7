import type { ViewDiff } from '../view-data.ts'
import { type Child, html } from './html.ts'
import type { RawProps } from './raw.ts'
import { showText } from './text.ts'

const VERDICTS: Readonly<Record<ViewDiff['verdict'], string>> = {
  identical: 'identical',
  wording: 'only the wording differs',
  structural: 'the structure differs',
  added: 'new: the other recording does not contain it',
}

/** Shows how an interaction differs from another recording. */
export function Diff({ entry, against }: RawProps & { readonly against: string | undefined }): Child {
  const { cassette, interaction } = entry
  const { diff } = interaction
  if (!diff) {
    return html`<div class="notice"><p>There is nothing to compare with. Name another file or a revision:</p>
      <pre>npx msw-cassette view ${showText(cassette.path)} --against HEAD:${showText(cassette.path)}</pre></div>`
  }
  return html`<div class="diff">
    <p class="verdict"><span class=${`badge ${diff.verdict}`}>${diff.verdict}</span> against <code>${showText(against ?? '')}</code>: ${VERDICTS[diff.verdict]}</p>
    ${
      diff.lines.length > 0 &&
      html`<div class="diff-lines" dir="ltr">${diff.lines.map(([kind, text]) =>
        kind === 'gap'
          ? html`<div class="diff-gap">${text}</div>`
          : html`<div class=${`diff-line ${CLASSES[kind]}`}><span class="sign">${kind}</span><span class="content">${showText(text)}</span></div>`,
      )}</div>`
    }
  </div>`
}

const CLASSES = { ' ': 'same', '+': 'added', '-': 'removed' } as const
