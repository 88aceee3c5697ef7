import type { CassetteOptions } from 'msw-cassette'
import type { Name } from '../names.ts'
import type { Strength } from '../shapes/shapes.ts'

/** A request, relative to the local server. */
export interface SentRequest {
  /** @default '/v1/messages' */
  readonly path?: string
  /** @default 'POST' if there is a body, else 'GET' */
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** The response of the local server. */
export interface Answer {
  /** @default 200 */
  readonly status?: number
  readonly statusText?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** A list arrives in chunks. */
  readonly body?: string | Uint8Array | readonly (string | Uint8Array)[]
}

/** A response as the client received it. */
export interface Received {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** One exchange. A request can depend on the responses before it: a replayed client then sends placeholders. */
export interface Step {
  readonly request: SentRequest | ((received: readonly Received[]) => SentRequest)
  readonly answer?: Answer
}

/** The parts of a trial that a place combines. */
export interface PlaceInput {
  /** The complete text of the secret. */
  readonly secret: string
  /** Places that have a name of their own do not use it. */
  readonly name: Name
}

/**
 * Why the library has to find the secret. `value`: a name is in a place of names, such as a header. `text`: a name is in a text.
 * `bare`: only the form of the secret. `repeated`: the secret is also in a place of names of the same cassette.
 */
export type Reach = 'value' | 'text' | 'bare' | 'repeated'

/** Where a secret can be. */
export interface Place {
  readonly name: string
  readonly reach: Reach
  /** `line` if the place can't contain line breaks. @default 'any' */
  readonly fits?: 'any' | 'line'
  /** Limits the shapes. */
  readonly accepts?: (secret: string) => 'yes' | 'no'
  readonly options?: (input: PlaceInput) => CassetteOptions
  /** Environment variables during the trial. */
  readonly environment?: (input: PlaceInput) => Readonly<Record<string, string>>
  readonly steps: (input: PlaceInput) => readonly Step[]
}

/** Which secrets must be found in which places. */
export const reachOf: Readonly<Record<Strength, readonly Reach[]>> = {
  known: ['value', 'text', 'bare', 'repeated'],
  opaque: ['value', 'text', 'repeated'],
  weak: ['value'],
}
