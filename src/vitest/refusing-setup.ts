import './augmentation.ts'
import { beforeEach } from 'vitest'

// The setup file of pools whose tests run neither in Node nor in a page, such as Cloudflare's in workerd: no file of the main process
// is available there, and MSW's server does not run. It must not import anything else of this library, which workerd might not load.

const message =
  "[msw-cassette] This test runs in a pool that is not Vitest's own, such as Cloudflare's, and the Vitest plugin gives cassettes only to tests " +
  "that run in Node or in a browser. Import the cassette instead: import tape from './x.yaml?cassette', and openCassette(tape) from " +
  'msw-cassette/fetch, whose fetch the code under test uses. Record it in a project that runs in Node.'

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
