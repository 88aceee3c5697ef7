import { runInNewContext } from 'node:vm'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test, vi } from 'vitest'
import { CassetteSessionError } from '../errors/errors.ts'
import { toNetworkError } from './network-error.ts'

const server = setupServer()

/** The cause that a client of `fetch` gets if a handler of MSW throws an error. */
async function causeOf(error: unknown): Promise<unknown> {
  server.use(
    http.all('*', () => {
      throw toNetworkError(error)
    }),
  )
  server.listen()
  // MSW reports each error of a handler.
  const print = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => {
    server.close()
    print.mockRestore()
  })
  const response = await fetch('https://api.test/').catch(({ cause }: Error) => cause)
  return response instanceof HttpResponse || response instanceof Response ? response.status : response
}

test('MSW passes the error of the library on to the client, with its own code', async () => {
  const error = new CassetteSessionError('closed')
  expect(await causeOf(error)).toBe(error)
  expect({ code: error.code, errno: Reflect.get(error, 'errno') }).toEqual({ code: 'cassette_session', errno: -1 })
})

test('the cause of a failed fetch is the cause that the client gets, and not a cause of the cause', async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', errno: -111 })
  expect(await causeOf(new TypeError('fetch failed', { cause }))).toBe(cause)
  expect({ ...cause }).toEqual({ code: 'ECONNREFUSED', errno: -111 })
})

test('an error without a code gets one, which is not among its own facts', () => {
  const error = Object.assign(new Error('failed'), { status: 500 })
  expect(toNetworkError(error)).toBe(error)
  expect({ ...error }).toEqual({ status: 500 })
  expect([Reflect.get(error, 'code'), Reflect.get(error, 'errno')]).toEqual(['ERR_NETWORK', -1])
})

test('a TypeError without a cause, and the cause of another error, are not unwrapped', () => {
  const invalid = new TypeError('Invalid URL', { cause: 'a text' })
  const wrapped = new Error('outer', { cause: new Error('inner') })
  expect([toNetworkError(invalid), toNetworkError(wrapped)]).toEqual([invalid, wrapped])
})

test('an error of another realm becomes one of this realm with the same facts', () => {
  const foreign: unknown = runInNewContext("Object.assign(new Error('reset'), { code: 'ECONNRESET', errno: -104 })")
  expect(foreign).not.toBeInstanceOf(Error)
  const error = toNetworkError(foreign)
  expect(error).toBeInstanceOf(Error)
  expect(error.message).toBe('reset')
  expect({ ...error }).toEqual({ code: 'ECONNRESET', errno: -104 })
})

test.each([
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [{ reason: 1 }, '[object Object]'],
])('a thrown %j becomes an error', (thrown, message) => {
  expect(toNetworkError(thrown)).toMatchObject({ message, code: 'ERR_NETWORK', errno: -1 })
})

test('a frozen error is passed on as it is', () => {
  const frozen = Object.freeze(new Error('frozen'))
  expect(toNetworkError(frozen)).toBe(frozen)
})
