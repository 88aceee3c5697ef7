import { formatMs } from '../../diagnostics/units.ts'
import type { ViewData } from '../view-data.ts'
import { type Entry, listRows, type Row } from './entries.ts'
import { formatCount, formatNumber } from './format.ts'
import { type Child, html } from './html.ts'
import { type Tab, toHash } from './route.ts'
import { excerptOf } from './search.ts'
import { showStatus } from './status.ts'
import { showText } from './text.ts'
import { VirtualList } from './virtual-list.ts'

/** The list of cassettes and interactions. */
export interface SidebarProps {
  readonly data: ViewData
  /** The interactions that match the search. */
  readonly entries: readonly Entry[]
  /** The words of the search. */
  readonly terms: readonly string[]
  readonly selected: Entry | undefined
  readonly tab: Tab
}

const CASSETTE_HEIGHT = 38
const FAILURE_HEIGHT = 96
const INTERACTION_HEIGHT = 72

/** Shows the list of cassettes and interactions. */
export function Sidebar({ data, entries, terms, selected, tab }: SidebarProps): Child {
  const rows = listRows(data, entries, terms.length === 0 ? 'show' : 'hide')
  const [term] = terms
  const render = (row: Row): Child =>
    'interaction' in row
      ? html`<${InteractionRow} entry=${row} term=${term} tab=${tab} current=${row === selected} />`
      : html`<${CassetteRow} ...${row} />`
  const at = selected ? rows.indexOf(selected) : -1
  return html`<nav class="sidebar" aria-label="Interactions">
    ${
      rows.length === 0
        ? html`<p class="empty">Nothing contains “${showText(terms.join(' '))}”.</p>`
        : html`<${VirtualList} label="Interactions" rows=${rows} heightOf=${heightOf} render=${render} selected=${at} />`
    }
  </nav>`
}

function heightOf(row: Row): number {
  if ('interaction' in row) return INTERACTION_HEIGHT
  return row.cassette.failure === undefined ? CASSETTE_HEIGHT : FAILURE_HEIGHT
}

function CassetteRow({ cassette, shown }: Exclude<Row, Entry>): Child {
  const { path, failure, interactions } = cassette
  const total = interactions.length
  const count = shown === total ? formatNumber(total) : `${formatNumber(shown)} of ${formatNumber(total)}`
  // A long path is cut at its beginning: its end has the name.
  return html`<div class="cassette">
    <h2><span class="path" title=${path}><bdi>${showText(path)}</bdi></span>
      ${failure === undefined && html`<span class="count" title=${formatCount(total, 'interaction')}>${count}</span>`}
    </h2>
    ${failure !== undefined && html`<p class="failure" title=${failure}>${showText(failure)}</p>`}
  </div>`
}

interface InteractionRowProps {
  readonly entry: Entry
  readonly term: string | undefined
  readonly tab: Tab
  readonly current: boolean
}

function InteractionRow({ entry, term, tab, current }: InteractionRowProps): Child {
  const { badges, duration, host, method, model, path, tokens, words } = entry.interaction
  const status = showStatus(entry.interaction)
  const facts = [duration !== undefined && formatMs(duration), tokens !== undefined && formatCount(tokens, 'token')]
  const excerpt = (term !== undefined && excerptOf(entry, term)) || words
  return html`<a class="interaction" href=${toHash({ id: entry.id, tab })} aria-current=${current ? 'true' : undefined}>
    <span class="line">
      <span class=${`status ${status.group}`}>${status.word}</span>
      <span class="title"><bdi>${showText(model ?? `${method} ${path}`)}</bdi></span>
      ${badges.map((badge) => html`<span class=${`badge ${badge.replace(' ', '-')}`}>${badge}</span>`)}
    </span>
    <span class="line words"><bdi>${showText(excerpt || `${method} ${path}`)}</bdi></span>
    <span class="line facts"><span class="host"><bdi>${showText(host)}</bdi></span><span>${facts.filter(Boolean).join(' · ')}</span></span>
  </a>`
}
