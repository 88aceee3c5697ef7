import type { TextPart } from '../list-text-parts.ts'
import type { ViewEvent } from '../view-data.ts'

/**
 * Cuts the parts of an answer to what has arrived.
 *
 * @param events the events that have arrived
 * @param rest whether there are more. Without more, everything has arrived, also what no event could be matched with.
 */
export function cutToArrived(
  parts: readonly TextPart[],
  events: readonly ViewEvent[],
  rest: 'more' | 'none',
): TextPart[] {
  if (rest === 'none') return [...parts]
  const arrived = new Map(events.flatMap(({ progress = [] }) => progress))
  return parts.flatMap((part, index) => {
    const length = arrived.get(index) ?? 0
    return length === 0 ? [] : [{ ...part, text: part.text.slice(0, length) }]
  })
}

/** Returns the pieces of the answer that each event brings; empty for an event without one. */
export function listPieces(parts: readonly TextPart[], events: readonly ViewEvent[]): string[] {
  const arrived = new Map<number, number>()
  return events.map(({ progress = [] }) =>
    progress
      .map(([index, length]) => {
        const from = arrived.get(index) ?? 0
        arrived.set(index, length)
        return parts[index]?.text.slice(from, length) ?? ''
      })
      .join(' '),
  )
}
