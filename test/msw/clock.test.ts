import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mode, scopedCassettes, withCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { startMswServer } from './start-msw-server.ts'

startMswServer(...scopedCassettes())

test('a prompt that contains the date replays on another day, and only with the clock', async () => {
  await using provider = await startServer((_request, response) => void response.end('Olá'))
  const file = join(makeTempFolder(), 'date.yaml')
  const today = new Date().toISOString().slice(0, 10)
  const ask = async (): Promise<string> => {
    const body = JSON.stringify({ prompt: `Today is ${new Date().toISOString().slice(0, 10)}.` })
    return (await fetch(`${provider.origin}/chat`, { method: 'POST', body })).text()
  }
  const run = (mode: Mode, clock: boolean) => withCassette(file, { mode, clock, hosts: [provider.host] }, ask)()
  expect(await run('once', true)).toBe('Olá')
  // As if it had been recorded on another day.
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(today, '2025-01-02'))
  expect(await run('replay', true)).toBe('Olá')
  await expect(run('replay', false)).rejects.toMatchObject({ code: 'cassette_mismatch' })
  expect({ requests: provider.requests, year: new Date().getFullYear() > 2025 }).toEqual({ requests: 1, year: true })
})
