import './augmentation.ts'
import { beforeEach } from 'vitest'

// The setup file of browser mode, where cassettes do not work: they are files, and MSW answers in a page only through a service
// worker. It must not import anything else of this library, because a page can't load it.

const message =
  '[msw-cassette] This test runs in a browser, and the Vitest plugin gives cassettes only to tests that run in Node. Move it to a ' +
  'project without browser mode, or open the text of a cassette in the test: openCassette(text) from msw-cassette/fetch.'

beforeEach(function refuse({ task }) {
  const { meta, context } = task
  if (meta.cassette) throw createError(refuse)
  Object.defineProperty(context, 'cassette', {
    configurable: true,
    get: function read() {
      throw createError(read)
    },
  })
})

/** The stack begins below a function, at the line of the test. */
function createError(below: (...args: never[]) => unknown): Error {
  const error = new Error(message)
  error.name = 'CassetteSessionError'
  Error.captureStackTrace?.(error, below)
  return error
}
