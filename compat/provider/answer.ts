import { encodeAwsEvent } from '../../test/llm/encode-aws-frame.ts'
import type { Ask } from './ask.ts'

/** An answer of the provider. The parts are sent one after the other, with a pause after each. */
export interface Answer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly parts: readonly (string | Uint8Array)[]
}

/** A request, or the handshake of a WebSocket, that the provider has received. */
export interface Answered {
  /** Whether its client left before the end of the answer. */
  end: 'complete' | 'left' | 'open'
}

/** Answers one protocol. Returns undefined for the paths of others. */
export type Protocol = (ask: Ask) => Answer | undefined

/** An answer in one piece. */
export function json(value: unknown, headers: Record<string, string> = {}): Answer {
  return { headers: { 'content-type': 'application/json', ...headers }, parts: [JSON.stringify(value)] }
}

/** Server-sent events: the data, or the name of the event and its data. */
export function events(list: readonly ({ event?: string; data: unknown } | undefined)[]): Answer {
  const parts = list.flatMap((each) => {
    if (!each) return []
    const data = typeof each.data === 'string' ? each.data : JSON.stringify(each.data)
    return [`${each.event ? `event: ${each.event}\n` : ''}data: ${data}\n\n`]
  })
  return { headers: { 'content-type': 'text/event-stream; charset=utf-8' }, parts }
}

/** The event stream of AWS. */
export function awsEvents(list: readonly (readonly [event: string, payload: unknown])[]): Answer {
  return {
    headers: { 'content-type': 'application/vnd.amazon.eventstream' },
    parts: list.map(([event, payload]) => encodeAwsEvent(event, payload)),
  }
}
