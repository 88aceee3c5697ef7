/**
 * Adds a line with `diff=cassette` for each pattern to the text of `.gitattributes`, unless the pattern has one. Everything else is kept,
 * with its line endings.
 */
export function addAttributes(text: string, patterns: readonly string[]): string {
  const lines = text.split(/\r?\n/)
  const missing = patterns.filter(
    (pattern) => !lines.some((line) => line.trim().split(/\s+/)[0] === pattern && /\sdiff=cassette(?:\s|$)/.test(line)),
  )
  if (missing.length === 0) return text
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const separator = text === '' || text.endsWith('\n') ? '' : end
  return text + separator + missing.map((pattern) => `${pattern} diff=cassette${end}`).join('')
}
