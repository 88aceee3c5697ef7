import { useMemo, useState } from 'preact/hooks'
import { toCodeLines } from './code-lines.ts'
import { formatCount } from './format.ts'
import { type Child, html } from './html.ts'
import type { CodeLine } from './json-lines.ts'
import { showText } from './text.ts'

/** A text to show as code. */
export interface CodeProps {
  readonly text: string
  /** The number of characters that are left out at its end. */
  readonly omitted?: number | undefined
  /** The words of the search: a fold that contains one must be open. */
  readonly terms?: readonly string[] | undefined
}

/** More lines are rendered on request. */
const LINES_AT_ONCE = 400
/** Folds of this size, in lines, are closed at first, if the whole is longer than `LINES_AT_ONCE`. */
const LARGE_FOLD = 20

/** Shows code: JSON can be folded. */
export function Code({ text, omitted = 0, terms = [] }: CodeProps): Child {
  const lines = useMemo(() => toCodeLines(text), [text])
  const [limit, setLimit] = useState(LINES_AT_ONCE)
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set())
  const isClosed = (index: number): boolean =>
    terms.length === 0 && toggled.has(index) !== isClosedAtFirst(lines, index)
  const shown = listShown(lines, isClosed)
  const toggle = (index: number): void => setToggled(flip(toggled, index))
  const rest = shown.length - limit
  return html`<div class="code" dir="ltr">
    ${shown.slice(0, limit).map((index) => html`<${Line} key=${index} lines=${lines} index=${index} closed=${isClosed(index)} toggle=${toggle} />`)}
    ${rest > 0 && html`<button class="more" onClick=${() => setLimit(limit + 5 * LINES_AT_ONCE)}>Show more: ${formatCount(rest, 'line')} left</button>`}
    ${omitted > 0 && rest <= 0 && html`<p class="note">${formatCount(omitted, 'character')} left out to keep this page small.</p>`}
  </div>`
}

interface LineProps {
  readonly lines: readonly CodeLine[]
  readonly index: number
  readonly closed: boolean
  toggle(index: number): void
}

function Line({ lines, index, closed, toggle }: LineProps): Child {
  const line = lines[index]
  if (!line) return null
  const { depth, end, tokens } = line
  const hidden = end !== undefined && closed ? end - index - 1 : undefined
  return html`<div class="code-line" style=${{ '--depth': depth }}>
    ${
      end !== undefined &&
      html`<button class="fold" aria-expanded=${!closed} aria-label=${closed ? 'Unfold' : 'Fold'} onClick=${() => toggle(index)}></button>`
    }
    <span>${showTokens(tokens)}${
      hidden !== undefined &&
      html`<button class="folded" aria-label=${`Unfold ${formatCount(hidden, 'line')}`} onClick=${() => toggle(index)}>…</button>${showTokens(lines[end ?? 0]?.tokens ?? [])}`
    }</span>
  </div>`
}

function showTokens(tokens: CodeLine['tokens']): Child {
  return tokens.map(({ kind, text }) =>
    kind === 'plain' ? showText(text) : html`<span class=${`t-${kind}`}>${showText(text)}</span>`,
  )
}

function isClosedAtFirst(lines: readonly CodeLine[], index: number): boolean {
  const { depth = 0, end = index } = lines[index] ?? {}
  return lines.length > LINES_AT_ONCE && depth > 1 && end - index > LARGE_FOLD
}

/** Lists the lines that are not inside a closed fold. */
function listShown(lines: readonly CodeLine[], isClosed: (index: number) => boolean): number[] {
  const shown: number[] = []
  for (let index = 0; index < lines.length; index++) {
    shown.push(index)
    const end = lines[index]?.end
    if (end !== undefined && isClosed(index)) index = end
  }
  return shown
}

function flip(set: ReadonlySet<number>, member: number): Set<number> {
  const copy = new Set(set)
  if (!copy.delete(member)) copy.add(member)
  return copy
}
