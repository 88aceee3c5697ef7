import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request to the provider. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly body: string
  /** The requests before this one, such as `GET https://api.example.com/`. */
  readonly earlier: readonly string[]
}
