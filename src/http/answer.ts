/** How a request is answered. */
export type Answer =
  | ResponseAnswer
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'network-error'; readonly error: unknown }

/** The arguments of `new Response(body, init)`. */
export interface ResponseAnswer {
  readonly kind: 'response'
  readonly body: ReadableStream<Uint8Array> | string | null
  readonly init: AnswerInit
}

/** The second argument of `new Response(body, init)`. */
interface AnswerInit {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
}
