/** Characters that a terminal acts on or shows as others. They need quotes with escapes, which bash, zsh and ksh have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Quotes a text for a POSIX shell. No part of it can leave its quotes. */
export function shellQuote(text: string): string {
  if (!CONTROLS.test(text)) return `'${text.replaceAll("'", "'\\''")}'`
  const escaped = text
    .replaceAll(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(new RegExp(CONTROLS.source, 'g'), (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `$'${escaped}'`
}
