/** What a process of its own measures. */
export type Task = RequestTask | MemoryTask | FirstEventTask | OpenTask | ImportTask | FirstAnswerTask

/** Warm requests, one after the other. */
export interface RequestTask {
  readonly kind: 'requests'
  /** Who answers: `fetch` stubs and sessions answer by themselves, the others through MSW. */
  readonly peer: 'hand-written' | 'hand-written-paced' | 'cassette' | 'stub-fetch' | 'session-fetch'
  readonly client: 'reader' | 'openai'
  /** How many events an answer has. */
  readonly events: number
  /** How many interactions the cassette has; the last one is asked for. */
  readonly interactions: number
  /** Where the cassette is; none for one in memory. */
  readonly file?: string
}

/** The peak memory of a process that imports MSW and the library and then does what it is told to. */
export interface MemoryTask {
  readonly kind: 'memory'
  /** The cassette to load and to replay; none for the bare process. */
  readonly file?: string
}

/** The time to the first event of a live stream. */
export interface FirstEventTask {
  readonly kind: 'first-event'
  readonly url: string
  /** Where it is recorded meanwhile; not at all where there is none. */
  readonly cassette?: string
}

/** The time to open a file. */
export interface OpenTask {
  readonly kind: 'open'
  readonly file: string
  /** `parser`: `JSON.parse` or `yaml`, whichever reads the file; `read`: nobody, its bytes only come from the disk. */
  readonly by: 'openCassette' | 'JSON.parse' | 'yaml' | 'parser' | 'read'
}

/** The time to import packages, one after the other. */
export interface ImportTask {
  readonly kind: 'import'
  readonly packages: readonly string[]
}

/** The time until the first answer of a process is read. */
export interface FirstAnswerTask {
  readonly kind: 'first-answer'
  readonly peer: 'hand-written' | 'cassette'
  /** The cassette, of one interaction. */
  readonly file: string
  /** How many events the answer of the hand-written handler has. */
  readonly events: number
  /** When the time begins: before the imports, as a test file has them, or after. */
  readonly from: 'imports' | 'open'
}

/** What a task found. */
export interface Outcome {
  /** Milliseconds for a request, or peak memory in bytes. */
  readonly amount: number
  /** How many pieces the client saw of one body; of a file that is opened, its interactions. */
  readonly reads: number
}
