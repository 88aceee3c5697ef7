import { builtin } from './builtin.ts'
import { isReal } from './clock.ts'

// Taken at import, because fake timers replace the global one later. In Node it is the fastest way.
const immediate = builtin('timers')?.setImmediate
const setImmediate = immediate && isReal(immediate) ? immediate : undefined

let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/**
 * Waits for one macrotask, so that the client receives the previous chunk separately from the next one: MSW 3 joins chunks that
 * are enqueued in the same task. Elsewhere than in Node it is a message, because fake timers do not affect messages.
 */
export function tick(): Promise<void> {
  return new Promise(onTick)
}

/** Calls a function after a `tick`. It takes less time than the promise. */
export function onTick(callback: () => void): void {
  if (setImmediate) setImmediate(callback)
  else postMessage(callback)
}

function postMessage(resolve: () => void): void {
  channel ??= openChannel()
  waiting.push(resolve)
  keepAlive(channel.port1, 'ref')
  channel.port2.postMessage(0)
}

function openChannel(): MessageChannel {
  const opened = new MessageChannel()
  opened.port1.onmessage = () => {
    if (waiting.length === 1) keepAlive(opened.port1, 'unref')
    waiting.shift()?.()
  }
  return opened
}

/** In Node, an open port would keep the process running. */
function keepAlive(port: MessagePort & { ref?(): void; unref?(): void }, change: 'ref' | 'unref'): void {
  port[change]?.()
}
