import { releasePooledSockets } from '../http/release-pooled-sockets.ts'
import { listenToMsw } from './watch-channels.ts'

/** Prepares for a server that is about to start: nothing that is open now can carry a request past it. */
export function prepareInterception(): void {
  releasePooledSockets()
  // MSW starts to intercept after it has read its options.
  queueMicrotask(listenToMsw)
}
