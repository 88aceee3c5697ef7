/**
 * Tells whether a regular expression finds something in any text, such as one that an unset variable has left empty: it would allow
 * every credential, or replace every text.
 */
export function matchesAnything(pattern: RegExp): boolean {
  // Unlike `test`, `search` neither reads nor changes the state of a global expression.
  return ['', '\0'].every((text) => text.search(pattern) >= 0)
}
