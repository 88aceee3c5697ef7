import type { Capture } from '../src/record/capture-exchange.ts'

/** Builds a captured exchange with an empty response. */
export const buildCapture = (url: string): Capture => ({
  interaction: {
    request: { method: 'GET', url, headers: [], body: new Uint8Array() },
    response: { status: 200, statusText: '', headers: [], body: new Uint8Array() },
  },
  sent: new Headers(),
  received: new Headers(),
})
