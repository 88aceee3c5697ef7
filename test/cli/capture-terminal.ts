import { createTerminal, type Terminal } from '../../src/cli/terminal.ts'

/** A terminal of files, whose lines a test can read. */
export interface CapturedTerminal {
  readonly terminal: Terminal
  /** The text that was written to stdout. */
  stdout(): string
  /** The text that was written to stderr. */
  stderr(): string
}

/** Creates a terminal that keeps what is written to it. */
export function captureTerminal(): CapturedTerminal {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const terminal = createTerminal({
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
  })
  return { terminal, stdout: () => stdout.join(''), stderr: () => stderr.join('') }
}
