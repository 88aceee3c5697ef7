import { expect, test } from 'vitest'
import { OnDemand } from './on-demand.ts'

test('A part that is already there is available without waiting', () => {
  const part = new OnDemand(() => 1)
  expect(part.load()).toBe(undefined)
  expect(part.value).toBe(1)
})

test('A part that has to be loaded is loaded once', async () => {
  let loads = 0
  const part = new OnDemand(async () => ++loads)
  expect(() => part.value).toThrow('before it was loaded')
  await Promise.all([part.load(), part.load()])
  expect(part.load()).toBe(undefined)
  expect({ value: part.value, loads }).toEqual({ value: 1, loads: 1 })
})
