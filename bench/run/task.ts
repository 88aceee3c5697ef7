/** A measurement, which runs in its own process. */
export type Task =
  | RequestTask
  | MemoryTask
  | FirstEventTask
  | OpenTask
  | ImportTask
  | FirstAnswerTask
  | RecordTask
  | CommandTask

/** Measures requests after warm-up, one after the other. */
export interface RequestTask {
  readonly kind: 'requests'
  /** The source of the responses. `stub-fetch` and `session-fetch` answer directly, the others through MSW. */
  readonly peer: 'hand-written' | 'hand-written-paced' | 'cassette' | 'stub-fetch' | 'paced-fetch' | 'session-fetch'
  readonly client: 'reader' | 'openai'
  /** The number of events in a response. */
  readonly events: number
  /** The number of interactions in the cassette. The task requests the last one. */
  readonly interactions: number
  /** The path of the cassette. Default: a cassette in memory. */
  readonly file?: string
}

/** Measures the peak memory of a process that imports MSW and the library. */
export interface MemoryTask {
  readonly kind: 'memory'
  /** The cassette to load and replay. Without it, only the imports are measured. */
  readonly file?: string
}

/** Measures the time to the first event of a live stream. */
export interface FirstEventTask {
  readonly kind: 'first-event'
  readonly url: string
  /** The cassette to record to. Without it, nothing is recorded. */
  readonly cassette?: string
}

/** Measures the time to record an exchange of one session, and to save it. */
export interface RecordTask {
  readonly kind: 'record'
  /** The path of a cassette that does not exist. */
  readonly cassette: string
  /** The number of recordings that are saved before the measured ones. */
  readonly before: number
  readonly into: 'the same cassette' | 'another cassette'
}

/** Measures the time to open a file. */
export interface OpenTask {
  readonly kind: 'open'
  readonly file: string
  /** With `parser`, the file is parsed with `JSON.parse`, or with `yaml`, which is loaded. With `read`, it is only read. */
  readonly by: 'openCassette' | 'JSON.parse' | 'yaml' | 'parser' | 'read'
  /** With `last`, `openCassette` also answers the request of the last interaction. */
  readonly answer?: 'last'
  /** How often the file is opened before. Default 0. */
  readonly warmUp?: number
}

/** Measures the time to import packages, one after the other. */
export interface ImportTask {
  readonly kind: 'import'
  readonly packages: readonly string[]
}

/** Measures the time until the first response of a process is read. */
export interface FirstAnswerTask {
  readonly kind: 'first-answer'
  readonly peer: 'hand-written' | 'cassette'
  /** The path of a cassette with one interaction. */
  readonly file: string
  /** The number of events in the response of the hand-written handler. */
  readonly events: number
  /** Whether the time begins before or after the imports. */
  readonly from: 'imports' | 'open'
}

/** Measures the time of a Node process. */
export interface CommandTask {
  readonly kind: 'command'
  readonly args: readonly string[]
}

/** The result of a task. */
export interface Outcome {
  /** A time in ms, which is CPU time for everything that does not wait, or the peak memory in bytes. */
  readonly amount: number
  /** The number of chunks in which the client received one body, or the number of interactions in an opened file. */
  readonly reads: number
}
