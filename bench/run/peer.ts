/** The module of a library in the comparison with other libraries. */
export interface Peer {
  /** Writes the recording in the library's format. */
  prepare(recording: Recording): Promise<void>
  /** Loads the recording like a test's setup file. */
  open(folder: string): Promise<Replayer>
}

/** The recording, with the same data for each library. Each request has about 1 KB. */
export interface Recording {
  readonly folder: string
  /** The number of interactions. */
  readonly interactions: number
  /** The number of events in each response. */
  readonly events: number
}

/** A library that is ready to replay. */
export interface Replayer {
  /** The `fetch` for the code under test. */
  readonly fetch: typeof globalThis.fetch
  close(): void | Promise<void>
}
