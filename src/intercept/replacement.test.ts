import { expect, test } from 'vitest'
import { Replacement } from './replacement.ts'

type Fn = () => string

/** A member that is replaced by a function that calls what it has to call. */
function replaced(): { owner: { fn: Fn }; replacement: Replacement<Fn> } {
  const owner = { fn: () => 'original' }
  const replacement = new Replacement<Fn>(owner, 'fn', (self) => () => {
    return self.successor ? `successor: ${self.successor()}` : `own: ${self.original()}`
  })
  replacement.install()
  return { owner, replacement }
}

test('a member is replaced until it is restored', () => {
  const { owner, replacement } = replaced()
  const during = owner.fn()
  replacement.restore()
  expect([during, owner.fn()]).toEqual(['own: original', 'original'])
})

test('a stored replacement calls what has replaced the original since', () => {
  const { owner, replacement } = replaced()
  const stored = owner.fn
  replacement.withdraw()
  owner.fn = () => 'msw'
  replacement.settle()
  expect([stored(), owner.fn()]).toEqual(['successor: msw', 'msw'])
})

test('a spy stays on top while the original is replaced below', () => {
  const { owner, replacement } = replaced()
  const below = owner.fn
  const spy = (): string => `spy: ${below()}`
  owner.fn = spy
  replacement.withdraw()
  expect(owner.fn()).toBe('original')
  owner.fn = () => 'msw'
  replacement.settle()
  expect([owner.fn, owner.fn()]).toEqual([spy, 'spy: successor: msw'])
})

test('a replacement of someone else is not undone', () => {
  const { owner, replacement } = replaced()
  const other = (): string => 'other'
  owner.fn = other
  replacement.restore()
  expect(owner.fn).toBe(other)
})

test('a replacement that was stored works again after the next installation', () => {
  const { owner, replacement } = replaced()
  const stored = owner.fn
  replacement.restore()
  const between = stored()
  replacement.install()
  expect([between, stored(), owner.fn === stored]).toEqual(['successor: original', 'own: original', true])
})
