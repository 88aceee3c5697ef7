import fs from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { builtin, nodeBuiltin } from './builtin.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test("in Node, the module is Node's own", () => {
  expect(builtin('fs')?.readFileSync).toBe(fs.readFileSync)
  expect(nodeBuiltin('fs').readFileSync).toBe(fs.readFileSync)
})

test.each([
  ['has no process', undefined],
  ['has a process of its bundler', { env: {} }],
  ['does not have the module', { getBuiltinModule: () => undefined }],
])('a platform that %s has no module, and members of it can be read at import', (_, process) => {
  vi.stubGlobal('process', process)
  const { readFileSync } = nodeBuiltin('fs')
  const found = builtin('fs')
  vi.unstubAllGlobals()
  expect({ found, readFileSync }).toEqual({ found: undefined, readFileSync: undefined })
})
