import type { Interaction, WebSocketConversation } from '../cassette.ts'
import type { FaultyConversation } from '../faults/play-fault.ts'
import type { ConnectionClose, FrameData, WebSocketEnd } from '../http/web-socket-end.ts'
import { tick } from '../platform/tick.ts'
import { sleep } from '../stream/sleep.ts'
import type { Timing } from '../stream/timing.ts'
import { frameDelay } from './frame-delay.ts'
import { FrameQueue } from './frame-queue.ts'
import type { FrameRules } from './frame-rules.ts'

/** A recorded conversation, and how it is replayed. */
export interface ConversationPlay extends Partial<Omit<FaultyConversation, 'conversation'>> {
  readonly interaction: Interaction
  readonly conversation: WebSocketConversation
  readonly timing: Timing
  readonly rules: FrameRules
  /** Aborts when the session is closed. */
  readonly closing: AbortSignal
}

/** The server went away: RFC 6455, section 7.4.1. */
const GOING_AWAY = 1001

/**
 * Replays a conversation to a client: sends the frames of the server until a frame of the client is due, and then waits for one that
 * equals it. A client can send a frame before it is due. After the last frame, the connection closes if the server closed it in the
 * recording; otherwise it stays open until the client closes it.
 */
export class ConversationPlayer {
  readonly #play: ConversationPlay
  readonly #end: WebSocketEnd
  readonly #received = new FrameQueue()
  /** Aborts when the connection has ended. */
  readonly #ended = new AbortController()
  #matched = 0
  #sent = 0

  constructor(play: ConversationPlay, end: WebSocketEnd) {
    this.#play = play
    this.#end = end
  }

  /** Replays. It never throws. */
  async run(): Promise<void> {
    const { rules, closing } = this.#play
    const leave = (): void => this.#close({ code: GOING_AWAY, reason: 'The session of msw-cassette was closed.' })
    rules.onProgress(0)
    this.#end.listen({ onFrame: (data) => this.#received.add(data), onClose: () => this.#finish() })
    closing.addEventListener('abort', leave)
    try {
      if (closing.aborted) leave()
      await rules.load()
      await this.#replay()
    } catch (error) {
      this.#close(rules.fail(error))
    } finally {
      closing.removeEventListener('abort', leave)
    }
  }

  async #replay(): Promise<void> {
    const { conversation, onStall } = this.#play
    const { frames, close } = conversation
    for (let index = 0; index < frames.length && !this.#ended.signal.aborted; ) {
      const frame = frames[index]
      if (frame?.from === 'server') {
        await this.#send(frame.data, index)
        index++
      } else {
        const due = this.#dueAt(index)
        if (!(await this.#receive(due))) return
        index += due.length
      }
    }
    if (onStall) return this.#stall(onStall)
    if (close?.from === 'server') {
      await this.#pace(frames.length)
      return this.#close(close)
    }
    const unexpected = await this.#received.take()
    if (unexpected !== undefined) await this.#refuse(undefined, unexpected)
  }

  /** Ignores the client until it leaves. */
  async #stall(onStall: () => void): Promise<void> {
    await tick()
    if (!this.#ended.signal.aborted) onStall()
    while ((await this.#received.take()) !== undefined);
  }

  async #send(data: FrameData, index: number): Promise<void> {
    const { firstFrameAfter = 0 } = this.#play
    await this.#pace(index, this.#sent++ === 0 ? firstFrameAfter : 0)
    if (!this.#ended.signal.aborted) await this.#end.send(data)
  }

  /** Each frame arrives in a turn of the event loop of its own, as an event of a stream does. */
  #pace(index: number, extra = 0): Promise<void> {
    const { conversation, timing } = this.#play
    const delay = frameDelay(conversation.frames, index, timing) + extra
    return delay === 0 ? tick() : sleep(delay, [this.#ended.signal])
  }

  /** The frames of the client that can come next: one, or all up to the next frame of the server. */
  #dueAt(index: number): FrameData[] {
    const { conversation, rules } = this.#play
    const due: FrameData[] = []
    for (let next = index; conversation.frames[next]?.from === 'client'; next++) {
      due.push(conversation.frames[next]?.data ?? '')
      if (rules.order === 'ordered') break
    }
    return due
  }

  /** Receives these frames, in any order. */
  async #receive(due: readonly FrameData[]): Promise<'all' | undefined> {
    const { interaction, rules } = this.#play
    const { url } = interaction.request
    const missing = [...due]
    while (missing.length > 0) {
      const received = await this.#received.take()
      if (received === undefined) return undefined
      const found = missing.findIndex((recorded) => rules.isEqual(recorded, received, url))
      if (found === -1) {
        await this.#refuse(missing[0], received)
        return undefined
      }
      missing.splice(found, 1)
      rules.onProgress(++this.#matched)
    }
    return 'all'
  }

  async #refuse(recorded: FrameData | undefined, received: FrameData): Promise<void> {
    const { interaction, rules } = this.#play
    this.#close(await rules.refuse({ interaction, number: this.#matched + 1, recorded, received }))
  }

  #close(close: ConnectionClose): void {
    this.#end.close(close)
    this.#finish()
  }

  #finish(): void {
    this.#ended.abort()
    this.#received.end()
  }
}
