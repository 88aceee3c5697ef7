let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/**
 * Waits for one macrotask, so that what was enqueued before arrives apart from what comes after: MSW 3 sends chunks of
 * one task as one. A message and not a timer: fake timers leave it alone.
 */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    channel ??= openChannel()
    if (waiting.push(resolve) === 1) setRef(channel.port1, 'ref')
    channel.port2.postMessage(0)
  })
}

function openChannel(): MessageChannel {
  const opened = new MessageChannel()
  opened.port1.onmessage = () => {
    const resolve = waiting.shift()
    if (waiting.length === 0) setRef(opened.port1, 'unref')
    resolve?.()
  }
  setRef(opened.port2, 'unref')
  return opened
}

/** In Node an open port keeps the process alive: it may, but only while somebody waits. */
function setRef(port: MessagePort, action: 'ref' | 'unref'): void {
  const change: unknown = Reflect.get(port, action)
  if (typeof change === 'function') change.call(port)
}
