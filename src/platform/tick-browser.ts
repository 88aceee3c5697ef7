let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/**
 * Waits for one macrotask, so that earlier chunks arrive separately from later ones: MSW 3 sends the chunks of one task as one.
 * It is a message and not a timer, so that fake timers do not stop it.
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
