import { setupServer } from 'msw/node'
import { currentSession, listenOptions, scopedCassettes, withCassette } from 'msw-cassette'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'

const server = setupServer(...scopedCassettes())
beforeAll(() => server.listen(listenOptions))
afterAll(() => server.close())

const REPLAY = { mode: 'replay' } as const
const ask = async (url = CHAT): Promise<string> => (await fetch(url)).text()
const cassette = (...responses: string[]) => buildCassette(...responses.map((response) => ({ response })))

test('tests that run at once each see their own cassette', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `test ${index}`)
  const tests = names.map((name) => withCassette(cassette(name, name), REPLAY, async () => [await ask(), await ask()]))
  expect(await Promise.all(tests.map((run) => run()))).toEqual(names.map((name) => [name, name]))
})

test('the arguments, this, the result and the name are those of the test', async () => {
  const runner = {
    name: 'runner',
    test: withCassette(cassette(), REPLAY, function saysHi(this: { name: string }, ...args: number[]) {
      return [this.name, ...args]
    }),
  }
  expect(await runner.test(1, 2)).toEqual(['runner', 1, 2])
  expect(runner.test.name).toBe('saysHi')
})

test('runners see no parameter that would be a done callback, and read the fixtures of the test', () => {
  const body = async ({ task }: { task: unknown }): Promise<unknown> => task
  const wrapped = withCassette(cassette(), body)
  expect({ length: wrapped.length, text: wrapped.toString() }).toEqual({ length: 0, text: body.toString() })
})

test('the session is at hand inside, and only there', async () => {
  const run = withCassette(cassette('hi'), REPLAY, async () => {
    await ask()
    return currentSession()?.played.length
  })
  expect([currentSession(), await run(), currentSession()]).toEqual([undefined, 1, undefined])
})

test('a mismatch fails the test that swallowed it', async () => {
  const run = withCassette(cassette(), { ...REPLAY, hosts: ['api.test'] }, async () => void (await ask()))
  await expect(run()).rejects.toMatchObject({ code: 'cassette_mismatch' })
})

test('a recording that was not asked for fails the test', async () => {
  await expect(withCassette(cassette('hi'), REPLAY, () => {})()).rejects.toMatchObject({ code: 'cassette_unplayed' })
})

test('the own error of the test stays, and has the mismatch for its cause', async () => {
  const own = new Error('expected Olá')
  const run = withCassette(cassette('hi'), REPLAY, async () => {
    await ask(`${CHAT}/other`)
    throw own
  })
  await expect(run()).rejects.toBe(own)
  expect(own.cause).toMatchObject({ code: 'cassette_mismatch' })
})

test('a missing cassette fails the test and not its file', async () => {
  const run = withCassette('missing.yaml', REPLAY, () => {})
  await expect(run()).rejects.toMatchObject({ code: 'cassette_not_found' })
})

test('decorates methods, with standard decorators and with those of experimentalDecorators', async () => {
  const method = async function (this: { url: string }): Promise<string> {
    return ask(this.url)
  }
  const standard = withCassette(cassette('standard'), REPLAY)(method, { kind: 'method', name: 'saysHi' } as never)
  expect(await standard.call({ url: CHAT })).toBe('standard')
  const descriptor = { value: method, writable: true, enumerable: false, configurable: true }
  const legacy = withCassette(cassette('legacy'), REPLAY)({}, 'saysHi', descriptor)
  expect(await legacy.value.call({ url: CHAT })).toBe('legacy')
  expect(legacy).toEqual({ ...descriptor, value: expect.any(Function) })
})

test('a test that was forgotten never passes', () => {
  const forgotten = withCassette(cassette('hi'), REPLAY)
  for (const call of [[() => {}], [{ task: {} }], [{}, 'name', { get: () => 1 }]]) {
    expect(() => Reflect.apply(forgotten, undefined, call)).toThrow(
      expect.objectContaining({ code: 'cassette_option', option: 'fn' }),
    )
  }
})
