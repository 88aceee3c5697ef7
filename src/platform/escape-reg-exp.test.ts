import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeRegExp } from './escape-reg-exp.ts'

const syntax = fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-,=!<>:ad0uk&~ \n'), minLength: 1, maxLength: 12 })

test('an escaped text matches itself and no other text', () => {
  fc.assert(
    fc.property(syntax, fc.oneof(syntax, fc.string()), (text, other) => {
      const pattern = new RegExp(`^${escapeRegExp(text)}$`)
      expect([pattern.test(text), pattern.test(other)]).toEqual([true, text === other])
    }),
  )
})

test('an escaped text stays literal with the flags u and s, inside a class and before other syntax', () => {
  fc.assert(
    fc.property(syntax, (text) => {
      const escaped = escapeRegExp(text)
      expect(new RegExp(`^(?:${escaped})+$`, 's').test(text + text)).toBe(true)
      expect(text.match(new RegExp(`[${escaped}]`, 'g'))?.join('')).toBe(text)
    }),
  )
})
