import type { WebSocketListener } from '../http/web-socket-end.ts'

/** Passes the events of a connection to its listener, and keeps those that happen before there is one. */
export class EarlyEvents {
  readonly #early: ((listener: WebSocketListener) => void)[] = []
  #listener: WebSocketListener | undefined

  emit(event: (listener: WebSocketListener) => void): void {
    if (this.#listener) event(this.#listener)
    else this.#early.push(event)
  }

  listen(listener: WebSocketListener): void {
    this.#listener = listener
    for (const event of this.#early.splice(0)) event(listener)
  }
}
