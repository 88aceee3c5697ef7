import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCassette, parseCassette } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { samplesIn, startSampling } from './start-sampling.ts'
import { startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

beforeEach(() => void vi.stubEnv('CI', ''))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('records the answers to each request side by side, and plays the first one', async () => {
  await using sampling = await startSampling()
  const { server, file, lines, open, ask } = sampling
  const session = open({ mode: 'record', samples: 3 })
  const first = [await ask(session, '/a'), await ask(session, '/b'), await ask(session, '/a')]
  session.verify()
  await session.close()
  expect(server.requests).toBe(9)
  const recorded = samplesIn(file)
  expect(recorded.map((each) => each[2])).toEqual([undefined, 1, 2, undefined, 1, 2, undefined, 1, 2])
  expect(recorded.map((each) => each[0])).toEqual(['/a', '/a', '/a', '/b', '/b', '/b', '/a', '/a', '/a'])
  expect(new Set(recorded.map((each) => each[1])).size).toBe(9)
  expect(lines).toEqual([
    '[msw-cassette] Records 3 samples into a.yaml: each request is sent 3 times. The number of calls and their cost are unknown, ' +
      'because these requests were not recorded before.',
  ])
  const replay = open({ mode: 'replay', samples: 3 })
  expect([await ask(replay, '/a'), await ask(replay, '/b'), await ask(replay, '/a')]).toEqual(first)
  replay.verify()
  expect(replay.played.map(({ sample }) => sample)).toEqual([undefined, undefined, undefined])
  expect(await ask(replay, '/a')).toContain('Already played (2 of 2)')
  expect(server.requests).toBe(9)
})

test('the costs are known from the recording that is replaced', async () => {
  const body = JSON.stringify({
    object: 'chat.completion',
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content: 'hi' } }],
    usage: { prompt_tokens: 1000, completion_tokens: 60, total_tokens: 1060, cost: 0.02 },
  })
  await using sampling = await startSampling({ '/v1/chat/completions': [{ type: 'application/json', body }] })
  const { lines, open, ask } = sampling
  const question = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'hi' }] })
  for (const samples of [2, 5]) {
    const session = open({ mode: 'record', samples })
    await ask(session, '/v1/chat/completions', question)
    session.verify()
    await session.close()
  }
  expect(lines[1]).toBe(
    '[msw-cassette] Records 5 samples into a.yaml: each request is sent 5 times. After the earlier recording, these are 5 calls, ' +
      '5,300 tokens and $0.10.',
  )
})

test('an error is recorded once, and the retry of its client has the samples', async () => {
  await using sampling = await startSampling({ '/a': [{ status: 429, body: 'busy' }, {}] })
  const { server, file, open, ask } = sampling
  const session = open({ mode: 'record', samples: 2 })
  expect([await ask(session, '/a'), await ask(session, '/a')]).toEqual(['busy', '/a 1'])
  session.verify()
  await session.close()
  expect(server.requests).toBe(3)
  expect(samplesIn(file)).toEqual([
    ['/a', 'busy', undefined],
    ['/a', '/a 1', undefined],
    ['/a', '/a 2', 1],
  ])
})

test('a sample that gets an error is requested again, as a client would', async () => {
  await using sampling = await startSampling({
    '/a': [{}, { status: 429, after: '0' }, { status: 500, after: '0' }, {}],
  })
  const { server, file, open, ask } = sampling
  const session = open({ mode: 'record', samples: 2 })
  await ask(session, '/a')
  session.verify()
  await session.close()
  expect(server.requests).toBe(4)
  expect(samplesIn(file)).toEqual([
    ['/a', '/a 0', undefined],
    ['/a', '/a 3', 1],
  ])
})

test('requests that change state are sent once: an exchange of a token, and a call of an MCP server', async () => {
  await using sampling = await startSampling()
  const { server, file, open, ask } = sampling
  const session = open({ mode: 'record', samples: 3 })
  await ask(session, '/oauth/token', 'grant_type=client_credentials&client_id=a')
  await ask(session, '/mcp', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"pay"}}')
  session.verify()
  await session.close()
  expect(server.requests).toBe(2)
  expect(samplesIn(file)).toHaveLength(2)
})

test('a client that leaves does not end the samples', async () => {
  let leave = (): void => {}
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: {"a":1}\n\n')
    if (upstream.requests > 1) return void response.end('data: {"a":2}\n\n')
    response.on('close', () => leave())
  })
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  vi.spyOn(console, 'info').mockReturnValue()
  const file = join(makeTempFolder(), 'a.yaml')
  const session = openCassette(file, { mode: 'record', samples: 2, hosts: [upstream.host] })
  const client = new AbortController()
  const response = await session.fetch(upstream.origin, { signal: client.signal })
  await response.body?.getReader().read()
  client.abort()
  await left
  session.verify()
  await session.close()
  const { interactions } = parseCassette(readFileSync(file))
  expect(interactions.map(({ sample, response }) => [sample, response.openEnd !== undefined])).toEqual([
    [undefined, true],
    [1, false],
  ])
})

test('mode new-episodes samples only new requests, and heal replaces the samples of a request that changed', async () => {
  await using sampling = await startSampling()
  const { file, server, open, ask } = sampling
  const record = async (mode: 'record' | 'new-episodes' | 'heal', ...paths: string[]): Promise<void> => {
    const session = open({ mode, samples: 2 })
    for (const path of paths) await ask(session, path)
    session.verify()
    await session.close()
  }
  const pathsIn = (): unknown[] => samplesIn(file).map((each) => [each[0], each[2]])
  await record('record', '/a')
  await record('new-episodes', '/a', '/b')
  expect(server.requests).toBe(4)
  expect(pathsIn()).toEqual([
    ['/a', undefined],
    ['/a', 1],
    ['/b', undefined],
    ['/b', 1],
  ])
  await record('heal', '/c', '/b')
  expect(server.requests).toBe(6)
  expect(pathsIn()).toEqual([
    ['/c', undefined],
    ['/c', 1],
    ['/b', undefined],
    ['/b', 1],
  ])
  await record('heal', '/b')
  expect(pathsIn()).toEqual([
    ['/b', undefined],
    ['/b', 1],
  ])
})

test('a served cassette records samples', async () => {
  await using sampling = await startSampling()
  const { server, file, open } = sampling
  const session = open({ mode: 'record', samples: 2 })
  const served = await session.listen({ routes: { openai: server.origin } })
  expect(await (await fetch(`${served.urlFor('openai')}/a`)).text()).toBe('/a 0')
  await served.close()
  session.verify()
  await session.close()
  expect(samplesIn(file)).toEqual([
    ['/a', '/a 0', undefined],
    ['/a', '/a 1', 1],
  ])
})
