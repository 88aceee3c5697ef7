/** What each library does in the bench against others: one module for each, with these two functions. */
export interface Peer {
  /** Writes the recording in the library's own format. */
  prepare(recording: Recording): Promise<void>
  /** Loads it as a test's setup file does. */
  open(folder: string): Promise<Opened>
}

/** The same data for each: so many requests of about 1 KB, and answers of so many events. */
export interface Recording {
  readonly folder: string
  readonly interactions: number
  readonly events: number
}

/** A library that replays. */
export interface Opened {
  /** What the code under test calls. */
  readonly fetch: typeof globalThis.fetch
  close(): void | Promise<void>
}
