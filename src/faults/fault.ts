import type { Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'

/**
 * A place in an answer. A number: after this many events. `{ bytes }`: after this many bytes. `{ events, inside }`: in the middle of
 * the event that follows this many events, or between the bytes of the first character after them that has several.
 */
export type FaultPosition =
  | number
  | { readonly bytes: number }
  | { readonly events: number; readonly inside: 'event' | 'character' }

/**
 * A fault that a replay adds to a recording. It has one of `at`, `when` and `chance`, which select the requests, and one kind:
 * `status`, `connection`, `cutAfter`, `stallAfter`, `firstEventAfter`, `malformed` or `duplicate`.
 *
 * An event is a server-sent event, a line of NDJSON, a message of AWS, or a frame that the server of a WebSocket sends. Any other body
 * counts as one event.
 */
export interface Fault {
  /** The index of the interaction, from 0 in file order, whose next request is affected. */
  at?: number
  /** Selects the next request for which it returns true. */
  when?: (request: Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>) => boolean
  /** Selects requests at random, with this probability between 0 and 1. */
  chance?: number
  /** With the same seed, `chance` selects the same requests. It is required with `chance`, and printed. */
  seed?: number
  /** How many requests are affected. Default 1; with `chance`, no limit. */
  times?: number
  /** Answers with an HTTP error, from 400 to 599. */
  status?: number
  /** The headers of `status`, such as `{ 'retry-after': '2' }`. Unless `timing` is set, `retry-after` is sent as 0. */
  headers?: Readonly<Record<string, string>>
  /** The body of `status`, as text or as a value that is sent as JSON. Default: that of the provider whose API the request uses. */
  body?: unknown
  /** Answers nothing: the server refuses the connection, or closes it. */
  connection?: 'refused' | 'reset'
  /** Ends the answer early. */
  cutAfter?: FaultPosition
  /** How it ends. `'reset'`: the connection breaks, which clients can detect. `'end'`: like a complete answer. Default `'reset'`. */
  cutAs?: 'reset' | 'end'
  /** Sends nothing from there on. The answer ends when the client leaves or the session is closed. */
  stallAfter?: FaultPosition
  /** Called when the client waits at the stall: abort its request there, and the test needs no timer. */
  onStall?: () => void
  /** Milliseconds between the headers and the first event. Fake timers control them. */
  firstEventAfter?: number
  /** The index, from 0, of an event that is damaged so that it can't be parsed. */
  malformed?: number
  /** The index, from 0, of an event that is sent twice. */
  duplicate?: number
}

/** The kinds of faults; each fault has one. */
export const faultKinds = [
  'status',
  'connection',
  'cutAfter',
  'stallAfter',
  'firstEventAfter',
  'malformed',
  'duplicate',
] as const satisfies (keyof Fault)[]

/** The ways in which a fault selects its requests; each fault has one. */
export const faultSelectors = ['at', 'when', 'chance'] as const satisfies (keyof Fault)[]

/** The members of a fault that are set, among some names. */
export function membersOf<Name extends keyof Fault>(fault: Fault, names: readonly Name[]): Name[] {
  return names.filter((name) => fault[name] !== undefined)
}

/** A fault, and how often it happened. */
export interface PlannedFault {
  readonly fault: Fault
  /** Its path, such as `faults[0]`. */
  readonly option: string
  happened: number
}

/** The interactions to which faults can apply. */
export interface FaultyCassette {
  /** The path of the cassette. */
  readonly path: string
  readonly interactions: readonly Interaction[]
  /** Whether the session might record interactions that the faults affect in the next run. */
  readonly growth: 'fixed' | 'recording'
}
