import OpenAI from 'openai'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { CassetteCutError } from '../errors/errors.ts'
import type { FetchSession } from '../open/fetch-session.ts'
import type { CutRun } from './create-sweep-cuts.ts'
import { sweepCuts } from './sweep-fetch-cuts.ts'

const FILE = 'fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml'

type Run = CutRun<FetchSession>

/** Reads a stream of the OpenAI SDK as its documentation shows. */
async function ask({ session, signal }: Run): Promise<{ text: string; finish: string | undefined }> {
  const client = new OpenAI({
    apiKey: 'not-needed',
    baseURL: 'https://openrouter.ai/api/v1',
    fetch: session.fetch,
    maxRetries: 0,
  })
  const [{ request } = { request: undefined }] = session.cassette.interactions
  const body = JSON.parse(new TextDecoder().decode(request?.body))
  const stream = await client.chat.completions.create({ ...body, stream: true }, { signal })
  let text = ''
  let finish: string | undefined
  for await (const chunk of stream as unknown as AsyncIterable<OpenAI.ChatCompletionChunk>) {
    text += chunk.choices[0]?.delta.content ?? ''
    finish = chunk.choices[0]?.finish_reason ?? finish
  }
  return { text, finish }
}

async function failedSweep(...args: Parameters<typeof sweepCuts>): Promise<CassetteCutError> {
  const error = await sweepCuts(...args).catch((failure: unknown) => failure)
  if (error instanceof CassetteCutError) return error
  throw new Error(`No cut was accepted: ${String(error)}`)
}

test('a naive consumer is caught at exact events', async () => {
  const error = await failedSweep(FILE, async (run) => (await ask(run)).text)
  expect({ code: error.code, cuts: error.cuts, accepted: error.accepted }).toMatchInlineSnapshot(`
    {
      "accepted": [
        "request 0 ended early without an error after event 0 of 4: returned """,
        "request 0 stalled and was aborted without an error after event 0 of 4: returned """,
        "request 0 ended early without an error after event 1 of 4: returned "Olá"",
        "request 0 stalled and was aborted without an error after event 1 of 4: returned "Olá"",
      ],
      "code": "cassette_cut",
      "cuts": 14,
    }
  `)
  expect(error.message).toMatchInlineSnapshot(`
    "4 of 14 cuts of fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml were accepted as complete answers:
      request 0 ended early without an error after event 0 of 4: returned ""
      request 0 stalled and was aborted without an error after event 0 of 4: returned ""
      request 0 ended early without an error after event 1 of 4: returned "Olá"
      request 0 stalled and was aborted without an error after event 1 of 4: returned "Olá"
    Let the code fail if the last event of the stream is missing, or name results that admit it with the option "admits"."
  `)
})

test('a careful consumer passes', async () => {
  const careful = async (run: Run): Promise<string> => {
    const { text, finish } = await ask(run)
    if (finish === undefined) throw new Error('The answer is incomplete.')
    return text
  }
  expect(await sweepCuts(FILE, careful)).toMatchInlineSnapshot(`
    {
      "cuts": 14,
    }
  `)
})

const STREAM = { response: 'data: 1\n\ndata: 2\n\n', type: 'text/event-stream' }
const read = async ({ session }: Run): Promise<string> => (await session.fetch(CHAT)).text()

test('a result that admits that it is incomplete passes', async () => {
  const run = async (each: Run) => {
    const text = await read(each).catch(() => '')
    return { text, state: text.includes('2') ? 'complete' : 'interrupted' }
  }
  const admits = ({ result }: { result: unknown }) => (result as { state: string }).state === 'interrupted'
  expect((await failedSweep(buildCassette(STREAM), run)).accepted).toHaveLength(8)
  expect(await sweepCuts(buildCassette(STREAM), run, { admits })).toEqual({ cuts: 8 })
})

test('a retry that gets the whole answer passes', async () => {
  const run = (each: Run) => read(each).catch(() => read(each))
  expect(await sweepCuts(buildCassette(STREAM), run, { cuts: ['reset'] })).toEqual({ cuts: 3 })
})

test('a failed assertion is an accepted cut', async () => {
  const run = async (each: Run) => {
    const text = await read(each)
    expect(text).toContain('2')
    return text
  }
  expect((await failedSweep(buildCassette(STREAM), run, { cuts: ['end'] })).accepted).toEqual([
    `request 0 ended early without an error after event 0 of 2: an assertion failed: expected '' to contain '2'`,
    `request 0 ended early without an error after event 1 of 2: an assertion failed: expected 'data: 1\\n\\n' to contain '2'`,
  ])
})

test('code that sends a next request with a cut answer accepted it', async () => {
  const source = buildCassette(STREAM, { method: 'POST', request: STREAM.response, response: 'done' })
  const run = async ({ session }: Run) => {
    const body = await (await session.fetch(CHAT)).text()
    const next = await session.fetch(CHAT, { method: 'POST', body })
    if (!next.ok) throw new Error('failed')
    return next.text()
  }
  expect((await failedSweep(source, run, { cuts: ['end'] })).accepted).toEqual([
    'request 0 ended early without an error after event 0 of 2: sent a next request, which matches nothing',
    'request 0 ended early without an error after event 1 of 2: sent a next request, which matches nothing',
    'request 1 ended early without an error after event 0 of 1: returned ""',
  ])
})

test('code that ignores the signal does not wait forever', async () => {
  const run = (each: Run) => read(each).catch(() => 'partial')
  expect((await failedSweep(buildCassette(STREAM), run, { cuts: ['abort'] })).accepted).toEqual(
    [0, 1, 2].map(
      (after) => `request 0 stalled and was aborted without an error after event ${after} of 2: returned "partial"`,
    ),
  )
})

test.each<[string, (run: Run) => unknown, string]>([
  ['returns nothing', async (run) => void (await read(run)), 'The function returned undefined'],
  ['returns something else each time', async (run) => [await read(run), Math.random()], 'two different results'],
  ['fails with the complete answer', () => Promise.reject(new Error('own error')), 'own error'],
  ['sends no request', () => 1, 'were never requested'],
])('a function that %s is refused', async (_, run, message) => {
  await expect(sweepCuts(buildCassette(STREAM), run)).rejects.toThrow(message)
})

test('an unknown option, an unknown kind and a missing file are refused', async () => {
  const sweep = (options: object) => sweepCuts(buildCassette(STREAM), read, options)
  await expect(sweep({ cut: ['end'] })).rejects.toThrow('Unknown option "cut"')
  await expect(sweep({ cuts: ['slow'] })).rejects.toThrow(`must be a list of 'end', 'reset' and 'abort'`)
  await expect(sweep({ cassette: { timing: 'slow' } })).rejects.toThrow('"timing"')
  await expect(sweepCuts('missing.yaml', read)).rejects.toMatchObject({ code: 'cassette_not_found' })
})

test('a sweep never records, whatever the mode of the environment', async () => {
  const before = process.env.MSW_CASSETTE_MODE
  process.env.MSW_CASSETTE_MODE = 'record'
  onTestFinished(() => {
    if (before === undefined) delete process.env.MSW_CASSETTE_MODE
    else process.env.MSW_CASSETTE_MODE = before
  })
  const run = async ({ session }: Run) => session.mode
  await expect(sweepCuts(buildCassette(STREAM), run)).rejects.toThrow('were never requested')
})

test('a sweep without a function is refused', async () => {
  await expect(sweepCuts(FILE, undefined as never)).rejects.toMatchObject({ code: 'cassette_option', option: 'fn' })
})
