import { formatMs } from '../../diagnostics/units.ts'
import type { ViewEvent } from '../view-data.ts'
import { type Child, html } from './html.ts'
import type { StreamTimes } from './stream-times.ts'
import { showText } from './text.ts'
import { VirtualList } from './virtual-list.ts'

/** The events of a stream. */
export interface EventListProps {
  readonly events: readonly ViewEvent[]
  readonly times: StreamTimes
  /** The text of each event. */
  readonly texts: readonly string[]
  /** The piece of the answer that each event brings. */
  readonly pieces: readonly string[]
  /** The index of the last event that has arrived; -1 for none. */
  readonly current: number
  seek(at: number): void
}

const ROW_HEIGHT = 28
const MAX_EXCERPT = 200

/** Lists the events of a stream. A click moves the position to an event. */
export function EventList(props: EventListProps): Child {
  const render = (event: ViewEvent, index: number): Child =>
    html`<${EventRow} ...${props} event=${event} index=${index} />`
  return html`<${VirtualList}
    label="Events" rows=${props.events} heightOf=${() => ROW_HEIGHT} render=${render} selected=${props.current}
  />`
}

interface EventRowProps extends EventListProps {
  readonly event: ViewEvent
  readonly index: number
}

function EventRow({ event, index, times: { times, unit }, texts, pieces, current, seek }: EventRowProps): Child {
  const time = times[index] ?? 0
  const wait = time - (times[index - 1] ?? 0)
  const piece = pieces[index] ?? ''
  const isCurrent = index === current
  const state = index > current ? 'later' : isCurrent ? 'current' : ''
  return html`<button
    class=${`event ${state} ${event.peer ?? ''}`} aria-current=${isCurrent ? 'true' : undefined} onClick=${() => seek(time)}
  >
    <span class="event-time">${unit === 'ms' ? formatMs(time) : index + 1}</span>
    <span class="event-wait">${unit === 'ms' && index > 0 && `+${formatMs(wait)}`}</span>
    <span class="event-text">${event.peer && html`<span class="event-peer" title=${`from the ${event.peer}`}>${event.peer === 'client' ? '→' : '←'}</span> `}${event.name !== undefined && html`<code>${showText(event.name)}</code> `}${
      piece === '' ? excerptOf(texts[index] ?? '') : html`<q class="piece">${showText(piece.slice(0, MAX_EXCERPT))}</q>`
    }</span>
  </button>`
}

/** Without the names of the fields, which are the same in each event. */
function excerptOf(text: string): Child {
  return showText(
    text
      .slice(0, 2 * MAX_EXCERPT)
      .replaceAll(/^(?:event: ?.*|data: ?)/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_EXCERPT),
  )
}
