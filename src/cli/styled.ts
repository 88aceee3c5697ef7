import type { styleText } from 'node:util'

/** A name of a colour or of a style, as `styleText` knows it. */
export type Style = Extract<
  Parameters<typeof styleText>[0],
  'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'
>

/** A text with a style. The terminal escapes the text, and then styles it. */
export interface Styled {
  readonly text: string
  readonly style: Style
}

/** A line of output: its pieces in their order. */
export type Line = string | readonly (string | Styled)[]

/** Creates a text with a style. */
export function styled(style: Style, text: string): Styled {
  return { text, style }
}

/** The text of a line without its styles. */
export function textOf(line: Line): string {
  return typeof line === 'string'
    ? line
    : line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
}

/** Joins lines with line breaks. Writing one long text is faster than writing many short ones. */
export function joinLines(lines: readonly Line[]): Line {
  return lines.flatMap((line, index) => [index === 0 ? '' : '\n', ...(typeof line === 'string' ? [line] : line)])
}
