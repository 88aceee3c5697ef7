import { Script } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'
import { CassetteSessionError } from './errors.ts'
import { startStackAtUser } from './start-stack-at-user.ts'

const { stackTraceLimit, captureStackTrace } = Error
afterEach(() => {
  Error.stackTraceLimit = stackTraceLimit
  Error.captureStackTrace = captureStackTrace
  vi.restoreAllMocks()
})

/** Creates an error in nested calls: the first file is the innermost one. */
function createIn(files: readonly string[], message = 'Failed.'): Error {
  const create = (): Error => {
    const error = new Error(message)
    startStackAtUser(error, create)
    return error
  }
  return files.reduce((inner, file) => callFrom(file, inner), create)()
}

/** A function that calls another one from a file. */
function callFrom(filename: string, inner: () => Error): () => Error {
  const wrap: (inner: () => Error) => () => Error = new Script('(inner) => function call() { return inner() }', {
    filename,
  }).runInThisContext()
  return wrap(inner)
}

const filesOf = (error: Error): (string | undefined)[] =>
  String(error.stack)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => /\(?([^( ]+?):\d+:\d+\)?$/.exec(line)?.[1])

test.each([
  ['a package', '/app/node_modules/openai/client.mjs'],
  ['a package on Windows', 'C:\\app\\node_modules\\openai\\client.mjs'],
  ['the platform', 'node:internal/process/task_queues'],
])('the frames of %s come only after the first frame of the user', (_, foreign) => {
  const error = createIn([foreign, foreign, '/app/greet.ts', foreign, '/app/main.ts'])
  expect(filesOf(error).slice(0, 3)).toEqual(['/app/greet.ts', foreign, '/app/main.ts'])
  expect(error.stack).toMatch(/^Error: Failed\.\n {4}at call \(\/app\/greet\.ts:1:\d+\)\n/)
})

test("the user's configuration is the user's code, although Vite moves it into node_modules", () => {
  const config = '/app/node_modules/.vite-temp/vitest.config.ts.timestamp-1.mjs'
  expect(filesOf(createIn(['/app/node_modules/vite/index.js', config]))[0]).toBe(config)
})

test('a stack without any code of the user is only the message', () => {
  const foreign = Array.from({ length: 120 }, () => '/app/node_modules/deep/index.js')
  expect(createIn(foreign).stack).toBe('Error: Failed.')
})

test('code of the user is found below more frames than V8 keeps by default, and no more frames than usual are shown', () => {
  const foreign = Array.from({ length: 40 }, () => '/app/node_modules/deep/index.js')
  Error.stackTraceLimit = 3
  const error = createIn([...foreign, '/app/a.ts', '/app/b.ts', '/app/c.ts', '/app/d.ts'])
  expect(filesOf(error)).toEqual(['/app/a.ts', '/app/b.ts', '/app/c.ts'])
  expect(Error.stackTraceLimit).toBe(3)
})

test('lines of the message that look like frames are a part of the message', () => {
  const message = 'Failed:\n    at quoted (/app/node_modules/x.js:1:1)\n    at other (/app/quoted.ts:1:1)'
  const error = createIn(['/app/node_modules/openai/client.mjs', '/app/greet.ts'], message)
  expect(error.stack).toMatch(
    /^Error: Failed:\n {4}at quoted \(\/app\/node_modules\/x\.js:1:1\)\n {4}at other \(\/app\/quoted\.ts:1:1\)\n {4}at call \(\/app\/greet/,
  )
})

test('the stack of an error class names the class, and begins with the code that called a package', () => {
  const create = (): Error => new CassetteSessionError('Error: an Error')
  const lines = String(callFrom('/app/greet.ts', create)().stack).split('\n')
  expect(lines[0]).toBe('CassetteSessionError: Error: an Error')
  expect(lines[1]).toContain('start-stack-at-user.test.ts')
  const construct: (Class: typeof CassetteSessionError) => () => Error = new Script(
    "(Class) => () => new Class('Failed.')",
    { filename: '/app/node_modules/openai/client.mjs' },
  ).runInThisContext()
  expect(filesOf(callFrom('/app/greet.ts', construct(CassetteSessionError))())[0]).toBe('/app/greet.ts')
})

test('an engine that cannot capture stacks keeps its own', () => {
  Reflect.deleteProperty(Error, 'captureStackTrace')
  const error = new Error('Failed.')
  const { stack } = error
  startStackAtUser(error, startStackAtUser)
  expect(error.stack).toBe(stack)
})
