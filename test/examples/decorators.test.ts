import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

test('examples/decorators: standard decorators work as tsc compiles them', async () => {
  const folder = installExample('decorators')
  const built = await runNode(folder, ['modules:typescript/bin/tsc', '-p', 'standard'])
  expect(built).toMatchObject({ exitCode: 0 })
  const { exitCode, output } = await runNode(folder, ['--test', 'standard/dist/weather.test.js'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('pass 1') })
}, 60_000)

test('examples/decorators: experimentalDecorators work as Vite compiles them', async () => {
  const folder = installExample('decorators')
  const { exitCode, output } = await runNode(folder, ['modules:vitest/vitest.mjs', 'run', '--root', 'legacy'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 passed') })
}, 60_000)
