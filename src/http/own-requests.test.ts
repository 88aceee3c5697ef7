import { afterEach, expect, test, vi } from 'vitest'
import { globalSlot } from '../platform/global-slot.ts'
import { isOwnRequest, runAsOwnRequest } from './own-requests.ts'

const { getBuiltinModule } = process
afterEach(() => {
  Reflect.set(process, 'getBuiltinModule', getBuiltinModule)
})

test('only the calls inside a request of this library belong to it, also after they waited', async () => {
  const own = runAsOwnRequest(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return isOwnRequest()
  })
  expect(isOwnRequest()).toBe(false)
  expect([await own, isOwnRequest()]).toEqual([true, false])
})

test('a request of one copy of this library is known to all others', async () => {
  vi.resetModules()
  const copy = await import('./own-requests.ts')
  expect(copy.isOwnRequest).not.toBe(isOwnRequest)
  expect([runAsOwnRequest(copy.isOwnRequest), copy.runAsOwnRequest(isOwnRequest)]).toEqual([true, true])
})

test('a platform without AsyncLocalStorage runs the request, and knows none', () => {
  globalSlot('own-requests/1').set(undefined)
  Reflect.deleteProperty(process, 'getBuiltinModule')
  expect(runAsOwnRequest(() => ['sent', isOwnRequest()])).toEqual(['sent', false])
})
