import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { currentSession, openCassette, withCassette } from './open-fetch-session.ts'

const REPLAY: CassetteOptions = { mode: 'replay' }
const hi = buildCassette({ response: 'Olá!' })
const ask = async (url = CHAT): Promise<string> => (await currentSession()?.fetch(url))?.text() ?? 'no session'

/** A server of the test whose answers are recorded into a new file. */
async function startRecording() {
  const upstream = await startServer((_request, response) => void response.end('recorded'))
  onTestFinished(() => upstream.close())
  const file = join(makeTempFolder(), 'a.yaml')
  const options: CassetteOptions = { mode: 'once', hosts: [upstream.host] }
  return { url: `${upstream.origin}/`, file, options }
}

test('recordings of a test that passes are saved when it ends, and the next run replays them', async () => {
  const { url, file, options } = await startRecording()
  const run = withCassette(file, options, async () => {
    const text = await ask(url)
    return [text, existsSync(file)]
  })
  expect(await run()).toEqual(['recorded', false])
  expect(readFileSync(file, 'utf8')).toContain('recorded')
  expect(await withCassette(file, REPLAY, () => ask(url))()).toBe('recorded')
})

test('recordings of a test that fails are discarded, and its error is its own', async () => {
  const { url, file, options } = await startRecording()
  const own = new Error('expected 1 to be 2')
  const run = withCassette(file, options, async () => {
    await ask(url)
    throw own
  })
  await expect(run()).rejects.toBe(own)
  expect({ saved: existsSync(file), cause: own.cause }).toEqual({ saved: false, cause: undefined })
})

test('a test that sends no request of its cassette fails', async () => {
  const { file, options } = await startRecording()
  await expect(withCassette(file, options, () => 1)()).rejects.toMatchObject({ code: 'cassette_unused', file })
})

test('a session ends with its test: a request that comes later is not answered', async () => {
  let fetchLater: typeof fetch | undefined
  await withCassette(hi, REPLAY, async () => {
    fetchLater = currentSession()?.fetch
    await ask()
  })()
  await expect(fetchLater?.(CHAT)).rejects.toThrow('was closed')
})

test('only the session of the test itself is the current one, not one that it opens', async () => {
  const run = withCassette(hi, REPLAY, async () => {
    const other = openCassette(buildCassette({ response: 'other' }), REPLAY)
    const texts = [await (await other.fetch(CHAT)).text(), await ask()]
    return [...texts, currentSession() === other]
  })
  expect(await run()).toEqual(['other', 'Olá!', false])
})

test('concurrent tests have their own sessions, and an inner one comes before an outer one', async () => {
  const named = (name: string) => withCassette(buildCassette({ response: name }), REPLAY, () => ask())
  expect(await Promise.all(['a', 'b', 'c'].map((name) => named(name)()))).toEqual(['a', 'b', 'c'])
  const outer = withCassette(buildCassette({ response: 'outer' }), REPLAY, async () => [
    await named('inner')(),
    await ask(),
  ])
  expect(await outer()).toEqual(['inner', 'outer'])
})

const text = readFileSync('fixtures/go-vcr-v2/openai-chat.yaml', 'utf8')
const file = 'fixtures/go-vcr-v2/openai-chat.yaml'
const sources = {
  'a path': file,
  'a URL': pathToFileURL(file),
  'a URL of another realm': runInNewContext('new URL(href)', { URL, href: pathToFileURL(file).href }),
  'the text of a cassette': text,
  'a parsed cassette': { ...hi, path: 'parsed.yaml' },
}

test.each(Object.entries(sources))('%s is a source and no options, with and without options', async (_, source) => {
  const ignoring = { ...REPLAY, onUnplayed: 'ignore' } as const
  const count = (): number | undefined => currentSession()?.cassette.interactions.length
  expect(await withCassette(source, ignoring, count)()).toBe(1)
  await expect(withCassette(source, count)()).rejects.toMatchObject({ code: 'cassette_unplayed' })
})

/** The context of a test of Vitest: the cassette is named after it. */
const contextIn = (folder: string) => ({ task: { file: { filepath: join(folder, 'greet.test.ts') }, name: 'says hi' } })

test('without a source, the cassette is named after the test, also if only options are given', async () => {
  const folder = makeTempFolder()
  const run = withCassette(REPLAY, () => 1)
  for (const each of [run, withCassette(() => 1)])
    await expect(Reflect.apply(each, undefined, [contextIn(folder)])).rejects.toMatchObject({
      file: join(folder, '__cassettes__', 'greet.test.ts', 'says-hi.yaml'),
    })
  await expect(run()).rejects.toMatchObject({ code: 'cassette_session' })
})

test('a name as the source is a file in the folder of the test file', async () => {
  const folder = makeTempFolder()
  const run = withCassette('greeting', REPLAY, () => 1)
  await expect(Reflect.apply(run, undefined, [contextIn(folder)])).rejects.toMatchObject({
    file: join(folder, '__cassettes__', 'greet.test.ts', 'greeting.yaml'),
  })
})

test('a decorated method keeps its descriptor, its `this` and its arguments, in both dialects', async () => {
  const method = async function (this: { name: string }, greeting: string): Promise<string> {
    return `${greeting} ${this.name}: ${await ask()}`
  }
  const descriptor = { value: method, writable: true, enumerable: false, configurable: true }
  const legacy = withCassette(hi, REPLAY)({}, 'saysHi', descriptor)
  const standard = withCassette(hi, REPLAY)(method, { kind: 'method', name: 'saysHi' } as never)
  expect(legacy).toEqual({ ...descriptor, value: expect.any(Function) })
  for (const run of [legacy.value, standard]) expect(await run.call({ name: 'Ana' }, 'to')).toBe('to Ana: Olá!')
})

test.each<[string, unknown[]]>([
  ['nothing', []],
  ['a context of a test', [{ task: {} }]],
  ['a function, as a curried call', [() => {}]],
  ['a field', [undefined, { kind: 'field', name: 'a' }]],
  ['an accessor', [{}, 'a', { get: () => 1 }]],
])('a decorator that is called with %s refuses, so that a forgotten test does not pass', (_, args) => {
  for (const decorator of [withCassette(hi), withCassette(REPLAY), withCassette()])
    expect(() => Reflect.apply(decorator, undefined, args)).toThrow(
      expect.objectContaining({ code: 'cassette_option', option: 'fn' }),
    )
})

/** Runs a test that sends a request that is not recorded, and then throws. */
async function failAfterMismatch(error: unknown, times = 1): Promise<unknown> {
  const run = withCassette(hi, REPLAY, async () => {
    for (let count = 0; count < times; count++) await ask(`${CHAT}/${count}`)
    throw error
  })
  return run().catch((thrown: unknown) => thrown)
}

test('the mismatch is added at the end of the causes', async () => {
  const inner = new Error('inner')
  const own = new Error('outer', { cause: inner })
  expect(await failAfterMismatch(own)).toBe(own)
  expect([own.cause, inner.cause]).toEqual([inner, expect.objectContaining({ code: 'cassette_mismatch' })])
})

test('a cause that is not an error, as some clients have one, is replaced', async () => {
  const own = new Error('request failed', { cause: {} })
  expect(await failAfterMismatch(own)).toBe(own)
  expect(own.cause).toMatchObject({ code: 'cassette_mismatch' })
})

test('an error that shows the mismatch already stays as it is, and the next mismatch is added', async () => {
  const message = 'No recorded interaction matches GET https://api.test/v1/chat/0'
  const shows = withCassette(hi, REPLAY, async () => {
    const answer = await (await currentSession()?.fetch(`${CHAT}/0`))?.text()
    throw new Error(`400 ${answer}`)
  })
  const error = await shows().catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ message: expect.stringContaining(message) })
  expect(Object.hasOwn(error as object, 'cause')).toBe(false)
})

test('an error that can not be changed, or has a cycle of causes, is thrown as it is', async () => {
  const frozen = Object.freeze(new Error('frozen'))
  expect(await failAfterMismatch(frozen)).toBe(frozen)
  const cycle = new Error('cycle')
  cycle.cause = cycle
  expect(await failAfterMismatch(cycle)).toBe(cycle)
  expect(await failAfterMismatch('a text')).toBe('a text')
})

test('several mismatches that the test ignores are one error, without a cause of its own', async () => {
  const run = withCassette(hi, REPLAY, async () => {
    await Promise.all([ask(`${CHAT}/1`), ask(`${CHAT}/2`)])
  })
  const error = await run().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ errors: [{ code: 'cassette_mismatch' }, { code: 'cassette_mismatch' }] })
  expect(Object.hasOwn(error as object, 'cause')).toBe(false)
})

test("node:test gets the use of a cassette as a diagnostic, and a failing test's recordings are reported as not saved", async () => {
  const { url, file: recorded, options } = await startRecording()
  const diagnostic = vi.fn()
  const context = { fullName: 'says hi', filePath: '/app/greet.test.mjs', diagnostic }
  const run = withCassette(recorded, options, async (_context: unknown) => {
    await ask(url)
    throw new Error('failed')
  })
  await expect(run(context)).rejects.toThrow('failed')
  expect(diagnostic.mock.calls).toEqual([[`cassette ${recorded}: 0 of 0 played, 1 recorded and not saved`]])
})
