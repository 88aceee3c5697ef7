import { beforeEach, expect, test, vi } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { chatExchange } from '../../test/cli/chat-exchange.ts'
import type { Cassette } from '../cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import type { LoadedCassette } from '../session/cassette-source.ts'
import { announceSamples, printCosts } from './announce-samples.ts'

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  const spy = vi.spyOn(console, 'info').mockImplementation((line) => void lines.push(String(line)))
  return () => spy.mockRestore()
})

const load = (cassette: Cassette, more: Partial<LoadedCassette> = {}): LoadedCassette =>
  ({ cassette, file: '/x/a.yaml', ...more }) as LoadedCassette

/** A chat whose usage has a cost, as OpenRouter reports it. */
function priced(cost: number): Exchange {
  const exchange = chatExchange()
  return {
    ...exchange,
    response: String(exchange.response).replace('"prompt_tokens"', `"cost":${cost},"prompt_tokens"`),
  }
}

const UNKNOWN = 'The number of calls and their cost are unknown, because these requests were not recorded before.'
const RUNS = '[msw-cassette] Records 2 samples into test.yaml: the test runs 2 times.'
const SESSION = '[msw-cassette] Records 2 samples into test.yaml: each request is sent 2 times.'

test('a session announces how often each request is sent, and a test that runs for samples has announced it already', async () => {
  const loaded = load(buildCassette())
  await announceSamples({ loaded, perRequest: 2, current: 0 })
  await announceSamples({ loaded, perRequest: 2, current: 0, runs: 2 })
  expect(lines).toEqual([`${SESSION} ${UNKNOWN}`])
})

test.each<[string, Exchange[], string]>([
  ['nothing', [], UNKNOWN],
  [
    'no conversation',
    [{ response: 'x' }],
    'After the earlier recording, these are 2 calls, an unknown number of tokens and an unknown cost.',
  ],
  ['no price', [chatExchange()], 'After the earlier recording, these are 2 calls, 42 tokens and an unknown cost.'],
  [
    'a price of one of two calls',
    [priced(0.25), chatExchange({ prompt: 'And now?' })],
    'After the earlier recording, these are 4 calls, 84 tokens and $0.50 (2 calls of unknown cost).',
  ],
  ['all prices', [priced(0.25), priced(0.5)], 'After the earlier recording, these are 4 calls, 84 tokens and $1.50.'],
])('the runs of a test cost as much as an earlier recording shows: %s', async (_known, exchanges, estimate) => {
  await printCosts({ loaded: load(buildCassette(...exchanges)), missing: 2, sentBy: 'runs' })
  expect(lines).toEqual([`${RUNS} ${estimate}`])
})

test('only the first sample of each request counts', async () => {
  const { interactions, ...cassette } = buildCassette(chatExchange(), chatExchange())
  const samples = interactions.map((interaction, index) =>
    index === 0 ? interaction : { ...interaction, sample: index },
  )
  await printCosts({ loaded: load({ ...cassette, interactions: samples }), missing: 1, sentBy: 'runs' })
  expect(lines).toEqual([
    '[msw-cassette] Records 1 sample into test.yaml: the test runs 1 times. After the earlier recording, these are 1 call, 21 tokens and an unknown cost.',
  ])
})

test('a request that a session records beside others is new, so its cost is unknown', async () => {
  await printCosts({ loaded: load(buildCassette(chatExchange())), missing: 2, sentBy: 'session' })
  expect(lines).toEqual([`${SESSION} ${UNKNOWN}`])
})

test('a cassette that is replaced shows the costs of its earlier content', async () => {
  const text = stringifyCassette(buildCassette(chatExchange()))
  await printCosts({ loaded: load(buildCassette(), { text }), missing: 2, sentBy: 'session' })
  expect(lines).toEqual([`${SESSION} After the earlier recording, these are 2 calls, 42 tokens and an unknown cost.`])
})

test('a replaced file that is no cassette shows nothing', async () => {
  await printCosts({ loaded: load(buildCassette(), { text: 'port: 8080\n' }), missing: 2, sentBy: 'session' })
  expect(lines).toEqual([`${SESSION} ${UNKNOWN}`])
})

test('a cassette without a path is named by its file', async () => {
  const { path: _, ...cassette } = buildCassette()
  await printCosts({ loaded: load(cassette), missing: 3, sentBy: 'runs' })
  expect(lines).toEqual([`[msw-cassette] Records 3 samples into /x/a.yaml: the test runs 3 times. ${UNKNOWN}`])
})
