import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeControlCharacters } from './escape-control-characters.ts'

/** Mostly control characters: C0, delete and C1, and what surrounds them. */
const text = fc.string({ unit: fc.integer({ min: 0, max: 0x110 }).map((code) => String.fromCharCode(code)) })

test('each control character except the line feed becomes one dot, and everything else stays', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const expected = Array.from(raw, (character) => (isControl(character) ? '·' : character))
      expect(escapeControlCharacters(raw)).toBe(expected.join(''))
    }),
  )
})

test('a message can neither color a terminal, nor move its cursor, nor set its title', () => {
  expect(escapeControlCharacters('\u001b[31mred\u001b]0;title\u0007\r\u009b2Jb\ta\nü😀')).toBe(
    '·[31mred·]0;title···2Jb·a\nü😀',
  )
})

function isControl(character: string): boolean {
  return character !== '\n' && /\p{Cc}/u.test(character)
}
