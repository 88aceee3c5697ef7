import { toPlainBody } from '../body/plain-body.ts'
import { findHeader, type Interaction } from '../cassette.ts'
import { toFramedBody } from '../faults/find-position.ts'
import type { CutKind } from './sweep-options.ts'

/** A place at which an answer is cut, and how. */
export interface Cut {
  /** The index of the interaction, from 0. */
  readonly at: number
  readonly kind: CutKind
  /** How many events arrive, and how many the answer has. */
  readonly after: number
  readonly events: number
}

/** Lists all cuts of some interactions. After its last event, an answer can only break or stall. */
export function listCuts(interactions: readonly Interaction[], kinds: readonly CutKind[]): Cut[] {
  return interactions.flatMap((interaction, at) => {
    const events = countEvents(interaction)
    const places = events === 0 ? [] : Array.from({ length: events + 1 }, (_, after) => after)
    return places.flatMap((after) =>
      kinds.flatMap((kind) => (kind === 'end' && after === events ? [] : [{ at, kind, after, events }])),
    )
  })
}

function countEvents({ request, response: { status, headers, body, websocket } }: Interaction): number {
  if (websocket) return websocket.frames.filter(({ from }) => from === 'server').length
  if (status < 200 || status === 204 || status === 205 || status === 304 || request.method === 'HEAD') return 0
  const plain = toPlainBody(body, findHeader(headers, 'content-encoding') ?? '')
  return toFramedBody(plain, findHeader(headers, 'content-type') ?? '').ends.length
}
