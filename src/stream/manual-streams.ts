import { CassetteOptionError } from '../errors/errors.ts'
import type { Answer } from '../http/answer.ts'
import { detachTee } from './detach-tee.ts'
import { FrameSplitter } from './frame-splitter.ts'
import { framingOf } from './frames.ts'
import { ControlledStream, type ManualStream, type StreamInit } from './manual-stream.ts'
import { isReplayBody } from './replay-body.ts'
import { replayStream, type Transport } from './replay-stream.ts'

/** The answer of one request. */
interface AnswerToControl {
  readonly answer: Answer
  /** Those of the client and of the session. */
  readonly signals: readonly AbortSignal[]
  readonly transport: Transport
}

/** The streamed answers of a session with `timing: 'manual'`, in the order in which they begin. */
export class ManualStreams {
  readonly #file: string
  readonly #init: Pick<StreamInit, 'limit' | 'onFailure'>
  #streams: ControlledStream[] = []

  /**
   * @param init `file`: the path of the cassette; `limit`: whether a test waits only a few seconds for an answer to begin, which a real
   *   provider can exceed; `onFailure`: called with the error of a client that waits for the test in vain
   */
  constructor({ file, limit, onFailure }: Pick<StreamInit, 'limit' | 'onFailure'> & { readonly file: string }) {
    this.#file = file
    this.#init = { limit, onFailure }
  }

  /**
   * Returns a stream, also before its request is sent.
   *
   * @throws CassetteOptionError
   */
  at(index: number): ManualStream {
    if (!Number.isInteger(index) || index < 0 || index > 10_000)
      throw new CassetteOptionError(
        'index',
        `The argument of stream() is ${index}, and must be the number of a stream, from 0.`,
      )
    while (this.#streams.length <= index) this.#add()
    return this.#streams[index] as ControlledStream
  }

  /** Returns the stream of an answer that begins now. */
  begin(): ControlledStream {
    return this.#streams.find(({ isAttached }) => !isAttached) ?? this.#add()
  }

  /** Lets the test control an answer, if it is streamed. */
  control({ answer, signals, transport }: AnswerToControl): Answer {
    if (answer.kind !== 'response') return answer
    const { body: answered } = answer
    if (!answered || typeof answered === 'string') return answer
    const headers = new Headers(answer.init.headers)
    const framing = framingOf(headers.get('content-type') ?? '', new Uint8Array())
    if (framing === 'whole') return answer
    const frames = new FrameSplitter(isReplayBody(answered) ? replayStream(answered, transport) : answered, framing)
    const body = this.begin().attach(frames, signals, transport === 'socket' ? 'separate' : 'with-body')
    // A client takes a stream for complete as soon as it has this many bytes, before the test lets it end.
    headers.delete('content-length')
    return { ...answer, body: detachTee(body), init: { ...answer.init, headers } }
  }

  /** @throws CassetteSessionError for a stream that the test has not finished */
  verify(): void {
    const error = this.#streams.find(({ unfinished }) => unfinished)?.unfinished
    if (error) throw error
  }

  clear(): void {
    this.#streams = []
  }

  #add(): ControlledStream {
    const stream = new ControlledStream({ name: `stream(${this.#streams.length}) of ${this.#file}`, ...this.#init })
    this.#streams.push(stream)
    return stream
  }
}
