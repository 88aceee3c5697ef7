import { expect, test, vi } from 'vitest'
import { openProcessSession } from '../../test/register/open-process-session.ts'
import { startServer } from '../../test/start-server.ts'

const [A, B] = ['https://api.test/a', 'https://api.test/b']

test('a process immediately notes what it plays, and what it refuses', async () => {
  const { session, events } = openProcessSession([A, B])
  await session.fetch(B)
  await session.fetch('https://api.test/c')
  expect(events()).toEqual([
    { kind: 'played', index: 1 },
    { kind: 'used' },
    { kind: 'failed', message: expect.stringMatching(/^No recorded interaction matches GET https:\/\/api\.test\/c\n/) },
  ])
})

test('the plays of all processes count, and each process that was used counts as a request', async () => {
  const { session, addOther } = openProcessSession([A, B])
  await session.fetch(A)
  addOther(12, 0, { kind: 'used' }, { kind: 'played', index: 0 }, { kind: 'played', index: 1 })
  addOther(13, 0, { kind: 'ended', recorded: 0 })
  expect({ plays: session.plays, requests: session.requestCount, unplayed: session.unplayed }).toEqual({
    plays: [2, 1],
    requests: 2,
    unplayed: [],
  })
})

test.each([
  [[0], 1],
  [[0, 1], 0],
  [[0, 0], 0],
  [[0, 0, 0], 0],
])('of two equal interactions, the plays %j of other processes leave %i unplayed', (indexes, expected) => {
  const { session, addOther } = openProcessSession([A, A])
  for (const [at, index] of indexes.entries()) addOther(12 + at, 0, { kind: 'played', index })
  expect(session.unplayed).toHaveLength(expected)
})

test('a request that is sent is noted before its answer, and again if there is none', async () => {
  await using server = await startServer((_, response) => void response.end('recorded'))
  const { session, events } = openProcessSession(undefined, { mode: 'once', hosts: ['127.0.0.1:*'] })
  await (await session.fetch(server.origin)).text()
  await server.close()
  await expect(session.fetch(`${server.origin}/down`)).rejects.toThrow('fetch failed')
  expect(events()).toEqual([{ kind: 'used' }, { kind: 'sent' }, { kind: 'sent' }, { kind: 'unanswered' }])
})

test('the recordings of all processes are counted in the file', async () => {
  await using server = await startServer((_, response) => void response.end('recorded'))
  const options = { mode: 'new-episodes', hosts: ['127.0.0.1:*'] } as const
  const { session } = openProcessSession([A], options)
  expect(session.savedCount).toBe(0)
  await (await session.fetch(server.origin)).text()
  await session.save()
  expect(session.savedCount).toBe(1)
})

test('a process that only replays has saved nothing', () => {
  expect(openProcessSession([A]).session.savedCount).toBe(0)
})

test('a request without a response at the end of the process is a failure', async () => {
  await using server = await startServer(() => new Promise(() => {}))
  const { session, events } = openProcessSession(undefined, { mode: 'once', hosts: ['127.0.0.1:*'] })
  const answer = session.fetch(server.origin).catch((error: unknown) => error)
  await vi.waitUntil(() => server.requests === 1)
  expect(session.endRecordings()).toBe(1)
  const message = expect.stringMatching(
    /^1 request had no response yet when the process ended, and is not recorded into .*a\.yaml\. Wait for the response before /,
  )
  expect(events().filter(({ kind }) => kind === 'failed')).toEqual([{ kind: 'failed', message }])
  expect(() => session.verify()).toThrow(expect.objectContaining({ code: 'cassette_save', message }))
  await server.close()
  expect(await answer).toBeInstanceOf(Error)
})
