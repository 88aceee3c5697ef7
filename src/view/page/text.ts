import { type Child, html } from './html.ts'

/** Control characters, and characters that reorder or hide others: a text with them can look like another text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is made visible.
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Shows a text. Invisible characters become visible: `U+202E`. */
export function showText(text: string): Child {
  if (!INVISIBLE.test(text)) return text
  const pieces = text.split(new RegExp(`(${INVISIBLE.source})`))
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : html`<span class="invisible">${nameOf(piece)}</span>`))
}

function nameOf(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
