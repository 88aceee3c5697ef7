export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const LETTERS_AND_DIGITS = `${LETTERS}0123456789`

/** Makes a table that tells of a byte whether it is one of some characters. */
export function byteTable(characters: string): readonly boolean[] {
  const table: boolean[] = new Array(256).fill(false)
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = true
  return table
}
