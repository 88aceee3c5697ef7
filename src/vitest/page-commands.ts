import type { Mode, Policy, Presence } from '../options/mode.ts'
import type { IfMissing } from '../session/cassette-source.ts'
import type { OnExpired } from '../session/expiry.ts'
import type { UnplayedVerdict } from '../session/verify-session.ts'
import type { TestCassette } from './test-cassette.ts'

// The commands with which a page of Vitest's browser mode reads and writes cassettes in Vitest's main process. Vitest sends
// their parameters and results as JSON.

/** A cassette that a test in a page opens. */
export interface OpenCommand extends Pick<TestCassette, 'file' | 'naming'> {
  readonly ifMissing: IfMissing
  readonly mode?: Mode
  /** An age such as `30d`, or a date as ISO 8601. */
  readonly expires?: string
  readonly onExpired?: OnExpired
  /** Whether the session has the option `faults`, with which nothing is healed. */
  readonly faults?: 'planned'
}

/** A cassette as the main process found it. */
export interface OpenedFile {
  /** The path for messages. */
  readonly path: string
  /** The path for the report. */
  readonly file: string
  /** Chosen from the environment of the main process. */
  readonly mode: Mode
  readonly policy: Policy
  readonly presence: Presence
  /** The content; undefined if it is recorded from scratch. */
  readonly text?: string
  /** The content that the first recording replaces. */
  readonly replaces?: string
  readonly unplayed: UnplayedVerdict
}

/** Recordings to add to a cassette. */
export interface SaveCommand extends Pick<OpenedFile, 'replaces'> {
  /** As in `OpenCommand`. */
  readonly file: string
  /** The recordings as a cassette in the format go-vcr 2. */
  readonly recorded: string
  /** The option `allowSecrets`. */
  readonly allowSecrets: readonly { readonly source: string; readonly flags: string }[]
}

/** How a cassette changes in mode `heal`. */
export interface HealCommand extends Pick<SaveCommand, 'file' | 'allowSecrets'> {
  /** The content that the page has played. */
  readonly loaded: string
  /** The recordings as a cassette in the format go-vcr 2. Those that replace interactions come first. */
  readonly recorded: string
  /** The indexes of the interactions that the first recordings replace. */
  readonly replaced: readonly number[]
  /** The indexes of the interactions that are removed. */
  readonly removed: readonly number[]
}

/** The result of a command. Vitest sends errors without their fields. */
export type CommandResult<T> = { readonly value: T } | { readonly error: CommandError }

/** An error of this library in the main process. */
export interface CommandError {
  readonly name: string
  readonly code: string
  readonly message: string
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    mswCassetteOpen(command: OpenCommand): Promise<CommandResult<OpenedFile>>
    mswCassetteSave(command: SaveCommand): Promise<CommandResult<'saved'>>
    mswCassetteHeal(command: HealCommand): Promise<CommandResult<'healed'>>
  }
}
