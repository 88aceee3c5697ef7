import { getMaxListeners } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { createUnlimitedController } from './unlimited-controller.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('any number of responses can listen to the signal, and each learns of the end', () => {
  const controller = createUnlimitedController()
  let calls = 0
  for (let index = 0; index < 50; index++) controller.signal.addEventListener('abort', () => calls++)
  expect(getMaxListeners(controller.signal)).toBe(0)
  controller.abort()
  expect(calls).toBe(50)
})

test('the controller of a test environment with a document, whose signal Node rejects, works too', () => {
  class Signal {}
  class Controller {
    readonly signal = new Signal()
  }
  vi.stubGlobal('AbortController', Controller)
  expect(createUnlimitedController()).toBeInstanceOf(Controller)
})
