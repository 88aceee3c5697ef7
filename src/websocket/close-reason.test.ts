import { expect, test } from 'vitest'
import { toCloseReason } from './close-reason.ts'

test('a short reason stays as it is', () => {
  expect(toCloseReason('é'.repeat(61))).toBe('é'.repeat(61))
})

test.each(['a', 'é', '€', '😀'])(
  'a long reason of %s is cut between two characters, to 123 bytes at most',
  (character) => {
    const reason = toCloseReason(`x${character.repeat(200)}`)
    expect(reason).toMatch(new RegExp(`^x(?:${character})+…$`, 'u'))
    const length = new TextEncoder().encode(reason).length
    expect(length).toBeLessThanOrEqual(123)
    expect(length).toBeGreaterThan(118)
  },
)
