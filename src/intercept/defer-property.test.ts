import { expect, test } from 'vitest'
import { deferProperty, undeferProperties } from './defer-property.ts'

/** A property whose value is created when it is read, as Node defines its globals. */
function lazyOwner(): { owner: { value?: string }; reads: () => number } {
  let reads = 0
  const owner = Object.defineProperty({}, 'value', {
    configurable: true,
    enumerable: true,
    get() {
      reads++
      return 'created'
    },
    set(value) {
      Object.defineProperty(owner, 'value', { value, configurable: true, writable: true })
    },
  })
  return { owner, reads: () => reads }
}

test('the function runs when the property is read, and only then is its value created', () => {
  const { owner, reads } = lazyOwner()
  const seen: number[] = []
  const isDeferred = deferProperty(owner, 'value', () => seen.push(reads()))
  expect([isDeferred, reads(), owner.value, owner.value, seen]).toEqual([true, 0, 'created', 'created', [0]])
})

test('a property that is set is no longer deferred', () => {
  const { owner } = lazyOwner()
  const seen: string[] = []
  deferProperty(owner, 'value', () => seen.push('read'))
  owner.value = 'set'
  expect([owner.value, seen]).toEqual(['set', []])
})

test('a property that nobody has read gets its own definition back', () => {
  const { owner } = lazyOwner()
  const before = Object.getOwnPropertyDescriptor(owner, 'value')
  deferProperty(owner, 'value', () => expect.unreachable())
  undeferProperties()
  expect([Object.getOwnPropertyDescriptor(owner, 'value'), owner.value]).toEqual([before, 'created'])
})

test('a property with a value is not deferred', () => {
  expect(deferProperty({ value: 1 }, 'value', () => {})).toBe(false)
})
