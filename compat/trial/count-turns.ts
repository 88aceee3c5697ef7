/** Counts pieces, and the turns of the event loop in which they arrive. */
export function countTurns() {
  let turn = 0
  let pieces = 0
  const turns = new Set<number>()
  let next = setImmediate(function tick() {
    turn++
    next = setImmediate(tick)
  })
  return {
    /** Counts a piece, and returns the number of pieces so far. */
    count(): number {
      turns.add(turn)
      return ++pieces
    },
    stop(): { pieces: number; turns: number } {
      clearImmediate(next)
      return { pieces, turns: turns.size }
    },
  }
}
