import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ViewData } from '../view-data.ts'
import { Detail } from './detail.ts'
import { listEntries } from './entries.ts'
import { formatNumber } from './format.ts'
import { Help } from './help.ts'
import { type Child, html } from './html.ts'
import { onKey } from './keys.ts'
import { keepMarked } from './mark-matches.ts'
import { goTo, parseRoute, tabs, useRoute } from './route.ts'
import { findEntries, toTerms } from './search.ts'
import { Sidebar } from './sidebar.ts'
import { useTheme } from './use-theme.ts'

const THEMES = { system: 'Auto', light: 'Light', dark: 'Dark' } as const

/** The whole page. */
export function App({ data }: { readonly data: ViewData }): Child {
  const route = useRoute()
  const [query, setQuery] = useState('')
  const [help, setHelp] = useState<'open' | 'closed'>('closed')
  const [theme, nextTheme] = useTheme()
  const app = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const all = useMemo(() => listEntries(data), [data])
  const terms = useMemo(() => toTerms(query), [query])
  const entries = useMemo(() => findEntries(all, terms), [all, terms])
  const entry = all[route.id ?? 0]
  const move = (by: number): void => {
    const id = currentId()
    const at = entries.findIndex((candidate) => candidate.id === id)
    const next = entries[Math.min(Math.max(at + by, 0), entries.length - 1)]
    if (next) goTo({ id: next.id, tab: parseRoute(location.hash).tab })
  }
  useEffect(() =>
    onKey({
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ...Object.fromEntries(tabs.map((tab, index) => [String(index + 1), () => goTo({ id: currentId(), tab })])),
      '/': () => search.current?.select(),
      t: nextTheme,
      '?': () => setHelp('open'),
      Escape: () => {
        setQuery('')
        search.current?.blur()
      },
    }),
  )
  useEffect(() => (app.current ? keepMarked(app.current, terms) : undefined), [terms])
  const count =
    terms.length === 0 ? formatNumber(all.length) : `${formatNumber(entries.length)} of ${formatNumber(all.length)}`
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => setQuery(currentTarget.value)
  return html`<div class=${`app ${route.id === undefined ? 'at-list' : 'at-detail'}`} ref=${app}>
    <header class="bar">
      <strong class="brand">Cassettes</strong>
      <label class="search"><span class="visually-hidden">Search</span>
        <input type="search" placeholder="Search everything" spellcheck=${false} ref=${search} value=${query} onInput=${onInput} />
        <span class="search-count" role="status">${count}</span>
      </label>
      <button class="button" onClick=${nextTheme} aria-label=${`Colours: ${THEMES[theme]}`}>${THEMES[theme]}</button>
      <button class="button" onClick=${() => setHelp('open')} aria-label="Keys">?</button>
    </header>
    <${Sidebar} data=${data} entries=${entries} terms=${terms} selected=${entry} tab=${route.tab} />
    ${
      entry
        ? html`<${Detail} entry=${entry} tab=${route.tab} terms=${terms} against=${data.against} />`
        : html`<main class="detail"><p class="notice">There is no interaction to show.</p></main>`
    }
    ${help === 'open' && html`<${Help} close=${() => setHelp('closed')} />`}
  </div>`
}

/** Read from the address, because several keys can be pressed before the page is rendered again. */
function currentId(): number {
  return parseRoute(location.hash).id ?? 0
}
