import type { FrameData } from '../http/web-socket-end.ts'

/** The frames that a client has sent and that nothing has taken yet. */
export class FrameQueue {
  readonly #frames: FrameData[] = []
  #state: 'open' | 'ended' = 'open'
  #wake: (() => void) | undefined

  add(frame: FrameData): void {
    this.#frames.push(frame)
    this.#wake?.()
  }

  /** Ends the queue, because the connection has ended. Frames that are in it can still be taken. */
  end(): void {
    this.#state = 'ended'
    this.#wake?.()
  }

  /** Takes the next frame, and waits for it. Returns undefined at the end. */
  async take(): Promise<FrameData | undefined> {
    while (this.#frames.length === 0) {
      if (this.#state === 'ended') return undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.#frames.shift()
  }
}
