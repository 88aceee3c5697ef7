/** Whether YAML reads an unquoted text as a boolean or null. */
export function isReservedScalar(text: string): boolean {
  return text.length <= 5 && WORDS.has(text.toLowerCase())
}

const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])
