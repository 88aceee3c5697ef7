/**
 * Tells whether a regular expression finds something in any text, such as one that an unset variable has left empty: it would allow
 * every credential, or replace every text.
 */
export function matchesAnything({ source, flags }: RegExp): boolean {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''))
  return pattern.test('') && pattern.test('\0')
}
