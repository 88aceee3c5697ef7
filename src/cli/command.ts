import type { Terminal } from './terminal.ts'

/** A command of `msw-cassette`. Its file contains its texts; `run` imports everything else, so that any help is shown immediately. */
export interface Command {
  /** The first argument that selects it. */
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** The output of `--help`. */
  readonly help: string
  /**
   * Runs the command.
   *
   * @param args the arguments after the command's name
   * @throws UsageError if the arguments are wrong
   */
  run(args: readonly string[], terminal: Terminal): ExitCode | Promise<ExitCode>
}

/** The exit codes: everything was done, something failed, or the arguments were wrong and nothing was done. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

/** One of `exitCodes`, or that of a command that was started. */
export type ExitCode = number

/** A path that could not be read or written, for `--json`. */
export interface Failure {
  /** As the user spelled it. */
  readonly path: string
  /** The code of the `CassetteError`; absent for other errors. */
  readonly code?: string
  /** One or several lines. */
  readonly message: string
}

/** The arguments are wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
