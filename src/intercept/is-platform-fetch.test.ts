import { expect, test } from 'vitest'
import { isPlatformFetch } from './is-platform-fetch.ts'

test("the fetch of Node is the platform's, and a stub, a wrapper or a bound function is not", () => {
  const { fetch } = globalThis
  const wrapper: typeof fetch = (...args) => fetch(...args)
  const others = [wrapper, fetch.bind(globalThis), async function fetch() {}, undefined]
  expect([fetch, ...others].map(isPlatformFetch)).toEqual([true, false, false, false, false])
})
