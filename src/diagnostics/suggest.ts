/**
 * Suggests a known word for one that is possibly misspelled.
 *
 * @param word the unknown word
 * @param known the known words
 * @returns a sentence with a leading space; empty if no known word is similar
 */
export function suggest(word: string, known: readonly string[]): string {
  const given = word.toLowerCase()
  const [nearest] = known
    .map((name) => ({ name, edits: countEdits(given, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(name.length / 3)) && edits < name.length)
    .sort((a, b) => a.edits - b.edits)
  return nearest ? ` Did you mean ${nearest.name}?` : ''
}

/** The number of characters to insert, remove, replace or swap with their neighbour. */
function countEdits(from: string, to: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const at = (line: readonly number[], index: number): number => line[index] ?? Number.POSITIVE_INFINITY
      const replaced = at(previous, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swapped = isSwap ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY
      current.push(Math.min(replaced, swapped, at(previous, column) + 1, at(current, column - 1) + 1))
    }
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? 0
}
