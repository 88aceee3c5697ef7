import { escapeControlCharacters } from '../errors/escape-control-characters.ts'

/** Where a command writes. What it writes is made printable: no name and no message acts on a terminal. */
export interface Terminal {
  /** Writes a line of the result. */
  out(text: string): void
  /** Writes a line of what went wrong. */
  err(text: string): void
  /** Says what is done now, in a line that the next one replaces; nothing unless a person looks, for some time. */
  progress(text: string): void
  /** Takes the progress line away. */
  end(): void
}

/** What of a stream is needed: `process.stdout` and `process.stderr` have it. */
export interface TerminalStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Work that is done before this, in ms, needs no progress line. */
const PROGRESS_DELAY_MS = 500

/** How often the progress line is written, in ms. */
const INTERVAL = 100

const CLEAR_LINE = '\r\u001b[K'

/**
 * Makes a terminal of the streams of a process.
 *
 * @param streams where to write
 * @param now the time in ms; default `performance.now`
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
      // A result that goes elsewhere leaves the line as it is.
      if (stdout.isTTY) end()
      stdout.write(`${escapeControlCharacters(text)}\n`)
    },
    err: (text) => {
      end()
      stderr.write(`${escapeControlCharacters(text)}\n`)
    },
    progress: (text) => {
      if (!stderr.isTTY || now() < due) return
      due = now() + INTERVAL
      shown = true
      // One column stays free: a full line would wrap.
      stderr.write(`${CLEAR_LINE}${escapeControlCharacters(oneLine(text)).slice(0, (stderr.columns || 80) - 1)}`)
    },
    end,
  }
}

/** A name may hold a line break, which would make two lines of one. */
export function oneLine(text: string): string {
  return text.replaceAll('\n', '·')
}
