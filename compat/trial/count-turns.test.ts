import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { countTurns } from './count-turns.ts'

test('pieces of one turn of the event loop count as one turn', async () => {
  const counter = countTurns()
  const counts = [counter.count(), counter.count()]
  await nextTurn()
  counts.push(counter.count())
  await nextTurn()
  await nextTurn()
  counts.push(counter.count())
  expect(counts).toEqual([1, 2, 3, 4])
  expect(counter.stop()).toEqual({ pieces: 4, turns: 3 })
})
