import { escapeControlCharacters } from '../errors/escape-control-characters.ts'

/** The output of a command. Control characters are escaped, so no file name and no message can control the terminal. */
export interface Terminal {
  /** Writes a line of the result. */
  out(text: string): void
  /** Writes a line about a failure. */
  err(text: string): void
  /** Shows the current step on a line that the next one replaces. Only on a terminal, and only after half a second of work. */
  progress(text: string): void
  /** Removes the progress line. */
  end(): void
}

/** The part of `process.stdout` and `process.stderr` that a terminal uses. */
export interface TerminalStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Shorter work, in ms, shows no progress line. */
const PROGRESS_DELAY_MS = 500

/** The shortest time between two progress lines, in ms. */
const PROGRESS_INTERVAL_MS = 100

const CLEAR_LINE = '\r\u001b[K'

/**
 * Creates a terminal that writes to the streams of a process.
 *
 * @param now returns the time in ms; default `performance.now`
 */
export function createTerminal(
  { stdout, stderr }: { readonly stdout: TerminalStream; readonly stderr: TerminalStream },
  now: () => number = () => performance.now(),
): Terminal {
  let due = now() + PROGRESS_DELAY_MS
  let shown = false
  const end = (): void => {
    if (shown) stderr.write(CLEAR_LINE)
    shown = false
  }
  return {
    out: (text) => {
      // If stdout is not the screen, the progress line on stderr can stay.
      if (stdout.isTTY) end()
      stdout.write(`${escapeControlCharacters(text)}\n`)
    },
    err: (text) => {
      end()
      stderr.write(`${escapeControlCharacters(text)}\n`)
    },
    progress: (text) => {
      if (!stderr.isTTY || now() < due) return
      due = now() + PROGRESS_INTERVAL_MS
      shown = true
      // One column stays empty, because a full line would wrap.
      stderr.write(`${CLEAR_LINE}${escapeControlCharacters(oneLine(text)).slice(0, (stderr.columns || 80) - 1)}`)
    },
    end,
  }
}

/** Replaces line breaks: a file name can contain one, but a message about it must be one line. */
export function oneLine(text: string): string {
  return text.replaceAll('\n', '·')
}
