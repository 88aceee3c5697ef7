import { useEffect, useState } from 'preact/hooks'

/** The views of an interaction. */
export const tabs = ['conversation', 'stream', 'raw', 'diff'] as const

/** One of `tabs`. */
export type Tab = (typeof tabs)[number]

/** The place that the address names. */
export interface Route {
  /** The `id` of an entry; undefined if the address names none. */
  readonly id: number | undefined
  readonly tab: Tab
}

/** Reads the fragment of an address, such as `#3/stream`. */
export function parseRoute(hash: string): Route {
  const [, id, name] = /^#(\d+)(?:\/(\w+))?$/.exec(hash) ?? []
  const tab = tabs.find((candidate) => candidate === name) ?? 'conversation'
  return { id: id === undefined ? undefined : Number(id), tab }
}

/** Writes the fragment of a place. */
export function toHash({ id, tab }: Route): string {
  return id === undefined ? '#' : `#${id}/${tab}`
}

/** Follows the address of the page. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const update = (): void => setRoute(parseRoute(location.hash))
    addEventListener('hashchange', update)
    return () => removeEventListener('hashchange', update)
  }, [])
  return route
}

/** Goes to a place without a new entry in the history. */
export function goTo(route: Route): void {
  location.replace(toHash(route))
}
