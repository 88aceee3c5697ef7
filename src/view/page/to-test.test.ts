import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { makeTempFolder } from '../../../test/temp-folder.ts'
import { stringifyCassette } from '../../format/stringify-cassette.ts'
import { toTest } from './to-test.ts'

const body = '{"model":"m","messages":[{"role":"user","content":"it\'s \\"quoted\\" \u202E $\\{x} \\n"}]}'.replace(
  '$\\{',
  '${',
)

test('the copied test runs, and gets the recorded answer', () => {
  const url = 'https://api.test/v1/chat'
  const exchange = {
    method: 'POST',
    url,
    request: body,
    response: '{"ok":true}',
    status: 201,
    type: 'application/json',
  }
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(buildCassette(exchange)))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['vitest', 'vite']) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  symlinkSync(resolve('.'), join(folder, 'node_modules/msw-cassette'))
  const request = {
    headers: [['Content-Type', 'application/json']],
    body: { type: 'application/json', bytes: body.length, content: { text: body }, notes: [] },
  } as const
  const code = toTest('a.yaml', { method: 'POST', url, host: 'api.test', path: '/v1/chat', status: 201, request })
  expect(code).not.toContain('\u202E')
  writeFileSync(join(folder, 'copied.test.ts'), code)
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder]
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: folder })).toMatch(/1 passed/)
})
