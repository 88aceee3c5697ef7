import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCassette, parseCassette } from 'msw-cassette'
import { expect, test, vi } from 'vitest'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

test('samples are recorded through MSW, and the first one is played', async () => {
  vi.spyOn(console, 'info').mockReturnValue()
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of ['a', 'b']) response.write(`data: ${piece}${upstream.requests}\n\n`)
    response.end()
  })
  const file = join(makeTempFolder(), 'a.yaml')
  const ask = async (path: string): Promise<string> => (await fetch(upstream.origin + path)).text()
  const run = async (mode: 'record' | 'replay'): Promise<string[]> => {
    await using session = openCassette(file, { mode, samples: 3, hosts: [upstream.host] })
    server.use(...session.handlers)
    const answers = [await ask('/a'), await ask('/b')]
    session.verify()
    await session.close()
    return answers
  }
  const answers = await run('record')
  expect(upstream.requests).toBe(6)
  const { interactions } = parseCassette(readFileSync(file))
  expect(interactions.map(({ sample = 0, request }) => `${new URL(request.url).pathname} ${sample}`)).toEqual([
    '/a 0',
    '/a 1',
    '/a 2',
    '/b 0',
    '/b 1',
    '/b 2',
  ])
  expect(new Set(interactions.map(({ response }) => new TextDecoder().decode(response.body))).size).toBe(6)
  expect(await run('replay')).toEqual(answers)
  expect(upstream.requests).toBe(6)
})
