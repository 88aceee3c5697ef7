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

test('a part is loading from the first request for it until it is there', async () => {
  let finish = (_value: number): void => {}
  const part = new OnDemand(() => new Promise<number>((resolve) => (finish = resolve)))
  expect(part.isLoading).toBe(false)
  const loaded = part.load()
  expect(part.isLoading).toBe(true)
  finish(1)
  await loaded
  expect({ isLoading: part.isLoading, value: part.value }).toEqual({ isLoading: false, value: 1 })
})

test('a part that is already there is never loading, and its value loads it', () => {
  const part = new OnDemand(() => undefined)
  expect({ value: part.value, isLoading: part.isLoading, load: part.load() }).toEqual({
    value: undefined,
    isLoading: false,
    load: undefined,
  })
})

test('a part that could not be loaded fails whoever waits for it', async () => {
  const part = new OnDemand(() => Promise.reject(new Error('offline')))
  const failures = [part.load(), part.load()].map((load) => expect(load).rejects.toThrow('offline'))
  await Promise.all(failures)
  expect(() => part.value).toThrow('before it was loaded')
})
