export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const LETTERS_AND_DIGITS = `${LETTERS}0123456789`

/** Creates a table that has `true` at the index of each of the ASCII characters. */
export function byteTable(characters: string): readonly boolean[] {
  const table: boolean[] = new Array(256).fill(false)
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = true
  return table
}
