/** A redacted text, and the credentials that were found in it. */
export interface RedactedText {
  readonly text: string
  readonly found: readonly string[]
}

/** Redacts a text, and collects the credentials that are found. */
export function redactAndFind(redact: (found: Set<string>) => string): RedactedText {
  const found = new Set<string>()
  return { text: redact(found), found: [...found] }
}
