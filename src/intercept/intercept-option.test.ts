import { afterEach, expect, test, vi } from 'vitest'
import { resolveIntercept } from './intercept-option.ts'

afterEach(() => vi.unstubAllEnvs())

test('the option comes before the environment variable, and MSW is the default', () => {
  vi.stubEnv('MSW_CASSETTE_INTERCEPT', '')
  const byDefault = resolveIntercept()
  vi.stubEnv('MSW_CASSETTE_INTERCEPT', 'fetch')
  expect([byDefault, resolveIntercept(), resolveIntercept('auto')]).toEqual(['msw', 'fetch', 'auto'])
})

test('an unknown value of the variable is an error that lists the others', () => {
  vi.stubEnv('MSW_CASSETTE_INTERCEPT', 'no')
  expect(() => resolveIntercept()).toThrow(
    "The environment variable MSW_CASSETTE_INTERCEPT is \"no\", and must be one of 'auto', 'fetch', 'msw'.",
  )
})
