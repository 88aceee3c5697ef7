import { expect, test } from 'vitest'
import { assertEnvironment, type Environment } from './assert-environment.ts'

test.each<[Environment, string]>([
  [{ mswMajor: 3, runtime: 'node', version: '20.19.0' }, 'MSW 3 needs Node 22.12 or later, and this is Node 20.19.0'],
  [{ mswMajor: 3, runtime: 'node', version: '22.11.0' }, 'this is Node 22.11.0'],
  [{ mswMajor: 3, runtime: 'bun', version: '24.0.0' }, 'MSW 3 intercepts nothing in Bun'],
  [{ mswMajor: 3, runtime: 'deno', version: '24.0.0' }, 'MSW 3 intercepts nothing in Deno'],
])('%o is refused with the reason', (environment, message) => {
  expect(() => assertEnvironment(environment)).toThrow(message)
})

test.each<Environment>([
  { mswMajor: 3, runtime: 'node', version: '22.12.0' },
  { mswMajor: 3, runtime: 'node', version: '24.1.0' },
  { mswMajor: 3, runtime: 'page', version: '' },
  { mswMajor: 2, runtime: 'node', version: '20.19.0' },
  { mswMajor: 2, runtime: 'bun', version: '24.0.0' },
])('%o is accepted', (environment) => {
  expect(() => assertEnvironment(environment)).not.toThrow()
})
