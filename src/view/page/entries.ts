import type { ViewCassette, ViewData, ViewInteraction } from '../view-data.ts'

/** An interaction with its place. */
export interface Entry {
  /** Its place among all interactions of the page. */
  readonly id: number
  readonly cassette: ViewCassette
  readonly interaction: ViewInteraction
}

/** Lists the interactions of all cassettes. */
export function listEntries({ cassettes }: ViewData): Entry[] {
  const entries: Entry[] = []
  for (const cassette of cassettes) {
    for (const interaction of cassette.interactions) entries.push({ id: entries.length, cassette, interaction })
  }
  return entries
}

/** A row of the list: a cassette, or one of its interactions. */
export type Row = { readonly cassette: ViewCassette; readonly shown: number } | Entry

/**
 * Lists the rows of the list.
 *
 * @param entries the interactions to show, in the order of the cassettes
 * @param empty whether to show cassettes without such an interaction
 */
export function listRows({ cassettes }: ViewData, entries: readonly Entry[], empty: 'show' | 'hide'): Row[] {
  let next = 0
  return cassettes.flatMap((cassette): Row[] => {
    const begin = next
    while (entries[next]?.cassette === cassette) next++
    const members = entries.slice(begin, next)
    return members.length === 0 && empty === 'hide' ? [] : [{ cassette, shown: members.length }, ...members]
  })
}
