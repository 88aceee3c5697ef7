import { afterEach, expect, test } from 'vitest'
import { globalSlot } from '../platform/global-slot.ts'
import { assertHandlersRegistered } from './registered-handlers.ts'
import { scopedCassettes } from './scoped-cassettes.ts'

const slot = globalSlot('handlers/1')
afterEach(() => slot.set(undefined))

test('a test with a cassette can not begin before a handler exists that could answer from it', () => {
  expect(() => assertHandlersRegistered('a.yaml')).toThrow(
    expect.objectContaining({
      code: 'cassette_session',
      message: expect.stringMatching(/^Nothing answers for a\.yaml: .*setupServer\(\.\.\.scopedCassettes\(\)\)/),
    }),
  )
  const handlers = scopedCassettes()
  expect(handlers.flatMap((handler) => ('info' in handler ? handler.info.header : []))).toEqual([
    'cassette of the current test',
  ])
  expect(() => assertHandlersRegistered('a.yaml')).not.toThrow()
})
