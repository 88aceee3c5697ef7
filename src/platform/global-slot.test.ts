import { afterEach, expect, test, vi } from 'vitest'
import { globalSlot } from './global-slot.ts'

const NAME = 'global-slot-test/1'

afterEach(() => globalSlot(NAME).set(undefined))

test('slots of the same name share their value', () => {
  const value = { count: 1 }
  globalSlot<{ count: number }>(NAME).set(value)
  expect(globalSlot<{ count: number }>(NAME).get()).toBe(value)
})

test('slots of different names have independent values', () => {
  globalSlot<string>(NAME).set('a')
  expect(globalSlot<string>('global-slot-test/2').get()).toBeUndefined()
})

test('a second copy of the module reads the value that the first copy stored', async () => {
  globalSlot<string>(NAME).set('a')
  vi.resetModules()
  const copy = await import('./global-slot.ts')
  expect(copy.globalSlot).not.toBe(globalSlot)
  expect(copy.globalSlot<string>(NAME).get()).toBe('a')
})

test('undefined empties the slot and leaves no property on the global object', () => {
  const key = Symbol.for(`msw-cassette/${NAME}`)
  const slot = globalSlot<number>(NAME)
  slot.set(0)
  expect(Object.getOwnPropertyDescriptor(globalThis, key)?.value).toBe(0)
  slot.set(undefined)
  expect(key in globalThis).toBe(false)
})

test('a value is created only if the slot is empty', () => {
  const slot = globalSlot<string[]>(NAME)
  const first = slot.getOrCreate(() => ['a'])
  expect([slot.getOrCreate(() => ['b']), slot.get()]).toEqual([['a'], ['a']])
  expect(slot.get()).toBe(first)
})
