/** Tells whether YAML takes a plain text for a value of another type. */
export function isReservedScalar(text: string): boolean {
  return text.length <= 5 && WORDS.has(text.toLowerCase())
}

const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])
