import { currentSession, listenOptions, scopedCassettes, withCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer(...scopedCassettes())

const REPLAY = { mode: 'replay' } as const
const send = async (url = CHAT): Promise<string> => (await fetch(url)).text()
const cassette = (...responses: string[]) => buildCassette(...responses.map((response) => ({ response })))

test('each concurrent test uses its own cassette', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `test ${index}`)
  const tests = names.map((name) =>
    withCassette(cassette(name, name), REPLAY, async () => [await send(), await send()]),
  )
  expect(await Promise.all(tests.map((run) => run()))).toEqual(names.map((name) => [name, name]))
})

test('a wrapped test keeps its arguments, `this`, its result and its name', async () => {
  const runner = {
    name: 'runner',
    test: withCassette(cassette(), REPLAY, function saysHi(this: { name: string }, ...args: number[]) {
      return [this.name, ...args]
    }),
  }
  expect(await runner.test(1, 2)).toEqual(['runner', 1, 2])
  expect(runner.test.name).toBe('saysHi')
})

test('a wrapped test has no parameters, so that runners pass no done callback, and has the source text of the test, in which they look for fixtures', () => {
  const body = async ({ task }: { task: unknown }): Promise<unknown> => task
  const wrapped = withCassette(cassette(), body)
  expect({ length: wrapped.length, text: wrapped.toString() }).toEqual({ length: 0, text: body.toString() })
})

test('currentSession returns the session inside the test and undefined outside', async () => {
  const run = withCassette(cassette('hi'), REPLAY, async () => {
    await send()
    return currentSession()?.played.length
  })
  expect([currentSession(), await run(), currentSession()]).toEqual([undefined, 1, undefined])
})

test('a mismatch fails its test even if the test swallows it', async () => {
  const run = withCassette(cassette(), { ...REPLAY, hosts: ['api.test'] }, async () => void (await send()))
  await expect(run()).rejects.toMatchObject({ code: 'cassette_mismatch' })
})

test('an unplayed interaction fails the test', async () => {
  await expect(withCassette(cassette('hi'), REPLAY, () => {})()).rejects.toMatchObject({ code: 'cassette_unplayed' })
})

test('an error of the test is rethrown with the mismatch as its cause', async () => {
  const own = new Error('expected Olá')
  const run = withCassette(cassette('hi'), REPLAY, async () => {
    await send(`${CHAT}/other`)
    throw own
  })
  await expect(run()).rejects.toBe(own)
  expect(own.cause).toMatchObject({ code: 'cassette_mismatch' })
})

test('a missing cassette fails only its test, not the whole file', async () => {
  const run = withCassette('missing.yaml', REPLAY, () => {})
  await expect(run()).rejects.toMatchObject({ code: 'cassette_not_found' })
})

test('decorates methods, as a standard decorator and with `experimentalDecorators`', async () => {
  const method = async function (this: { url: string }): Promise<string> {
    return send(this.url)
  }
  const standard = withCassette(cassette('standard'), REPLAY)(method, { kind: 'method', name: 'saysHi' } as never)
  expect(await standard.call({ url: CHAT })).toBe('standard')
  const descriptor = { value: method, writable: true, enumerable: false, configurable: true }
  const legacy = withCassette(cassette('legacy'), REPLAY)({}, 'saysHi', descriptor)
  expect(await legacy.value.call({ url: CHAT })).toBe('legacy')
  expect(legacy).toEqual({ ...descriptor, value: expect.any(Function) })
})

test('withCassette without a test function throws when it is called, so the test can’t pass by accident', () => {
  const forgotten = withCassette(cassette('hi'), REPLAY)
  for (const call of [[() => {}], [{ task: {} }], [{}, 'name', { get: () => 1 }]]) {
    expect(() => Reflect.apply(forgotten, undefined, call)).toThrow(
      expect.objectContaining({ code: 'cassette_option', option: 'fn' }),
    )
  }
})

test('the mismatch is at the end of the causes, also if a client has a cause that is not an error, as got does', async () => {
  const run = async (error: Error): Promise<unknown> =>
    withCassette(buildCassette({ url: 'https://api.test/hi' }), { mode: 'replay' }, async () => {
      await fetch('https://api.test/other')
      throw error
    })().catch((reason: unknown) => reason)
  const got = Object.assign(new Error('Request failed with status code 400'), { cause: {} })
  const wrapped = new Error('outer', { cause: new Error('inner') })
  expect(await run(got)).toMatchObject({ cause: { code: 'cassette_mismatch' } })
  expect(await run(wrapped)).toMatchObject({ cause: { message: 'inner', cause: { code: 'cassette_mismatch' } } })
  expect(await run(Object.freeze(new Error('frozen')))).toMatchObject({ message: 'frozen' })
})

test('a test is refused if no server is listening any more', async () => {
  const run = withCassette(cassette('hi'), REPLAY, send)
  server.close()
  try {
    await expect(run()).rejects.toThrow('No MSW server is listening')
  } finally {
    server.listen(listenOptions)
  }
})
