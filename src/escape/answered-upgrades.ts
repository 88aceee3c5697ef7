import type { ClientRequest } from 'node:http'

const answered = new WeakSet<ClientRequest>()

/** Marks a request that opens a WebSocket and is answered without a network, although MSW does not intercept it. */
export function markAnswered(request: ClientRequest): void {
  answered.add(request)
}

/** Tells whether a request was marked. */
export function isAnswered(request: ClientRequest): boolean {
  return answered.has(request)
}
