/**
 * Changes a stream's `tee` so that its branches can be cancelled independently.
 *
 * MSW 2 clones each mocked response and never reads the clone, so `cancel()` of the other branch stays pending forever. An SDK
 * that cancels an error body before it retries then hangs. MSW 3 fixed this; there, this function has no effect.
 *
 * @see https://github.com/mswjs/interceptors/pull/833
 */
export function detachTee(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  Object.defineProperty(stream, 'tee', {
    configurable: true,
    value(this: ReadableStream<Uint8Array>) {
      const [first, second] = ReadableStream.prototype.tee.call(this)
      const unread = relay(second)
      const read = relay(first, (reason) => unread.cancel(reason))
      return [read.stream, unread.stream]
    },
  })
  return stream
}

interface Relay {
  stream: ReadableStream<Uint8Array>
  cancel(reason: unknown): void
}

function relay(source: ReadableStream<Uint8Array>, onCancel?: (reason: unknown) => void): Relay {
  const reader = source.getReader()
  // Not awaited, because it stays pending until the other branch is cancelled too.
  const cancel = (reason: unknown): void => void reader.cancel(reason).catch(() => {})
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel(reason) {
        cancel(reason)
        onCancel?.(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, cancel }
}
