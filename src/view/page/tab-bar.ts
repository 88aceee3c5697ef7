import { type Child, html } from './html.ts'
import { type Tab, tabs } from './route.ts'

/** The tabs of an interaction. */
export interface TabBarProps {
  readonly current: Tab
  select(tab: Tab): void
}

/** Shows the tabs. Arrow keys move between them. */
export function TabBar({ current, select }: TabBarProps): Child {
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length] ?? current
    select(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label="Views" onKeyDown=${onKeyDown}>
    ${tabs.map((tab) => {
      const selected = tab === current
      return html`<button role="tab" id=${`tab-${tab}`} aria-selected=${selected} aria-controls="panel" tabindex=${selected ? 0 : -1} onClick=${() => select(tab)}>${tab[0]?.toUpperCase()}${tab.slice(1)}</button>`
    })}
  </div>`
}
