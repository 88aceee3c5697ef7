let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/**
 * Waits for one macrotask, so that what was enqueued before arrives apart from what comes after: MSW 3 sends chunks of
 * one task as one. A message and not a timer: fake timers leave it alone.
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
