// The counterpart of node.ts for browsers.

import * as yaml from 'yaml'

let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/**
 * Waits for one macrotask, so that the client receives the previous chunk separately from the next one: MSW 3 joins chunks that
 * are enqueued in the same task. It uses a message instead of a timer, because fake timers do not affect messages.
 */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    channel ??= openChannel()
    waiting.push(resolve)
    channel.port2.postMessage(0)
  })
}

function openChannel(): MessageChannel {
  const opened = new MessageChannel()
  opened.port1.onmessage = () => waiting.shift()?.()
  return opened
}

/** The YAML package. Browsers can't load it synchronously on first use, so it is imported up front. */
export function loadYaml(): typeof import('yaml') {
  return yaml
}
