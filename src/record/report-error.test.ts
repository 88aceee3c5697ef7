import { afterEach, expect, test, vi } from 'vitest'
import { reportError } from './report-error.ts'

afterEach(() => void vi.restoreAllMocks())

test('an error is printed with the name of the library', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {})
  reportError(new Error('It failed.'))
  expect(print.mock.calls).toEqual([['[msw-cassette] It failed.']])
})

test('a console that throws breaks nothing', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {
    throw new Error('console.error is not allowed in this test')
  })
  expect(reportError(new Error('It failed.'))).toBeUndefined()
})
