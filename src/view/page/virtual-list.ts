import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Child, html } from './html.ts'
import { useHeight } from './use-height.ts'

/** A list of which only the visible rows are in the document. */
export interface VirtualListProps<T> {
  /** For screen readers. */
  readonly label: string
  readonly rows: readonly T[]
  /** In pixels. */
  heightOf(row: T): number
  render(row: T, index: number): Child
  /** The index of the row to keep visible; -1 for none. */
  readonly selected: number
}

/** Rendered above and below the visible rows, in pixels. */
const MARGIN = 400

/** Shows a list of any length. */
export function VirtualList<T>({ label, rows, heightOf, render, selected }: VirtualListProps<T>): Child {
  const viewport = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const height = useHeight(viewport)
  const ends = useMemo(() => sumHeights(rows, heightOf), [rows])
  useEffect(() => {
    if (viewport.current) scrollTo(viewport.current, ends[selected - 1] ?? 0, ends[selected])
  }, [selected, ends, height])
  const first = findFirst(ends, top - MARGIN)
  const last = Math.min(rows.length, findFirst(ends, top + height + MARGIN) + 1)
  const visible = rows.slice(first, last).map((row, offset) => {
    const index = first + offset
    const style = { top: `${ends[index - 1] ?? 0}px`, height: `${heightOf(row)}px` }
    return html`<li key=${index} style=${style} aria-setsize=${rows.length} aria-posinset=${index + 1}>
      ${render(row, index)}
    </li>`
  })
  const onScroll = (): void => setTop(viewport.current?.scrollTop ?? 0)
  return html`<div class="virtual" ref=${viewport} onScroll=${onScroll} tabindex="-1">
    <ul role="list" aria-label=${label} style=${{ height: `${ends.at(-1) ?? 0}px` }}>${visible}</ul>
  </div>`
}

function sumHeights<T>(rows: readonly T[], heightOf: (row: T) => number): number[] {
  let sum = 0
  return rows.map((row) => {
    sum += heightOf(row)
    return sum
  })
}

/** Returns the index of the first row that ends after an offset. */
function findFirst(ends: readonly number[], offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function scrollTo(viewport: HTMLElement, start: number, end: number | undefined): void {
  if (end === undefined) return
  if (start < viewport.scrollTop) viewport.scrollTop = start
  else if (end > viewport.scrollTop + viewport.clientHeight) viewport.scrollTop = end - viewport.clientHeight
}
