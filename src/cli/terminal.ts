import { styleText } from 'node:util'
import { escapeControlCharacters, escapeControlCharactersInJson } from '../errors/escape-control-characters.ts'
import type { Line } from './styled.ts'

/**
 * The output of a command. All texts are escaped before they are styled, so no file name, no message and no recorded body can control
 * the terminal or change the direction of its text.
 */
export interface Terminal {
  /** The width of the screen, in columns; infinite if stdout is not a screen. */
  readonly columns: number
  /** Writes a line of the result. */
  out(line: Line): void
  /** Writes JSON, such as that of `prettyJson`: the result of a command with `--json`. It is escaped without a change of its values. */
  json(json: string): void
  /** Writes a line about a failure. */
  err(text: string): void
  /** Shows the current step on a line that the next one replaces. Only on a terminal, and only after half a second of work. */
  progress(text: string): void
  /** Removes the progress line. */
  end(): void
}

/** The part of `process.stdout` and `process.stderr` that a terminal uses. */
interface TerminalStream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Whether output on stdout has colours. */
type Colors = 'on' | 'off'

/** The streams of a process, and what they can show. */
export interface TerminalOptions {
  readonly stdout: TerminalStream
  readonly stderr: TerminalStream
  /** Default `'off'`. */
  readonly colors?: Colors
  /** Returns the time in ms; default `performance.now`. */
  readonly now?: () => number
}

/** Shorter work, in ms, shows no progress line. */
const PROGRESS_DELAY_MS = 500

/** The shortest time between two progress lines, in ms. */
const PROGRESS_INTERVAL_MS = 100

const CLEAR_LINE = '\r\u001b[K'

/** Creates a terminal that writes to the streams of a process. */
export function createTerminal({
  stdout,
  stderr,
  colors = 'off',
  now = () => performance.now(),
}: TerminalOptions): Terminal {
  let due = now() + PROGRESS_DELAY_MS
  let shown = false
  const end = (): void => {
    if (shown) stderr.write(CLEAR_LINE)
    shown = false
  }
  const print = (text: string): void => {
    // If stdout is not the screen, the progress line on stderr can stay.
    if (stdout.isTTY) end()
    stdout.write(`${text}\n`)
  }
  return {
    columns: stdout.isTTY ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
    out: (line) => print(render(line, colors)),
    json: (json) => print(escapeControlCharactersInJson(json)),
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

function render(line: Line, colors: Colors): string {
  if (typeof line === 'string') return escapeControlCharacters(line)
  return line
    .map((piece) => {
      const text = escapeControlCharacters(typeof piece === 'string' ? piece : piece.text)
      return typeof piece === 'string' || colors === 'off'
        ? text
        : styleText(piece.style, text, { validateStream: false })
    })
    .join('')
}

/** Replaces line breaks: a file name can contain one, but a message about it must be one line. */
export function oneLine(text: string): string {
  return text.replaceAll('\n', '·')
}
