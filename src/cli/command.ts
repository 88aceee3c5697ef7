import type { Terminal } from './terminal.ts'

/** What `msw-cassette` does for one word. */
export interface Command {
  /** The first argument that selects it. */
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** What `--help` prints. */
  readonly help: string
  /**
   * Does it.
   *
   * @param args what follows the command's name
   * @throws UsageError where they make no sense
   */
  run(args: readonly string[], terminal: Terminal): ExitCode
}

/** How a process ends: all was done, something failed, or the arguments were wrong and nothing was done. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

/** One of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The arguments make no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
