import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAsyncContext } from './async-context.ts'

const { getBuiltinModule } = process

// As in a page.
beforeEach(() => Reflect.deleteProperty(process, 'getBuiltinModule'))
afterEach(() => Reflect.set(process, 'getBuiltinModule', getBuiltinModule))

const SIMULTANEOUS = expect.objectContaining({
  code: 'cassette_session',
  message: expect.stringMatching(/still running.*no AsyncLocalStorage.*one after another/),
})

test('without AsyncLocalStorage, a second run is refused while the first one is under way, and leaves it alone', async () => {
  const context = createAsyncContext<string>()
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  const first = context.run('first', async () => {
    await promise
    return context.get()
  })
  expect(() => context.run('second', async () => {})).toThrow(SIMULTANEOUS)
  resolve()
  expect(await first).toBe('first')
})

test('without AsyncLocalStorage, runs can follow each other, also after one that fails', async () => {
  const context = createAsyncContext<string>()
  expect(context.run('a', () => context.get())).toBe('a')
  await expect(context.run('b', () => Promise.reject(new Error('b')))).rejects.toThrow('b')
  const fail = (): never => {
    throw new Error('c')
  }
  expect(() => context.run('c', fail)).toThrow('c')
  expect(await context.run('d', async () => context.get())).toBe('d')
  expect(context.get()).toBe(undefined)
})
