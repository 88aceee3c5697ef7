import { expect, test } from 'vitest'
import type { Interaction } from '../cassette.ts'
import type { Conversation } from './conversation.ts'
import { loadPriceList, type PriceList, withCost } from './cost.ts'

const bytes = new Uint8Array()

const interaction = (
  url: string,
  rest: Partial<Interaction> = { recordedAt: new Date('2025-11-01') },
): Interaction => ({
  request: { method: 'POST', url, headers: [], body: bytes },
  response: { status: 200, statusText: 'OK', headers: [], body: bytes },
  ...rest,
})

const conversation = (model: string, usage: Conversation['usage']): Conversation => ({
  protocol: 'openai-chat',
  operation: 'chat',
  model,
  tools: [],
  messages: [],
  answers: [],
  ...(usage && { usage }),
})

const OPENAI = 'https://api.openai.com/v1/chat/completions'
const ANTHROPIC = 'https://api.anthropic.com/v1/messages'

async function priceOf(...arguments_: Parameters<PriceList>): Promise<number | undefined> {
  const prices = await loadPriceList()
  return prices?.(...arguments_)
}

test('a recorded cost takes precedence over the list', () => {
  const recorded = conversation('gpt-4o-mini', { input: 1000, output: 100, cost: 0.5 })
  expect(withCost(recorded, interaction(OPENAI), () => 1)).toEqual(recorded)
})

test('the cost of the list is added to the usage, unless it is unknown', () => {
  const read = conversation('gpt-4o-mini', { input: 1000 })
  expect(withCost(read, interaction(OPENAI), () => 1).usage).toEqual({ input: 1000, cost: 1 })
  expect(withCost(read, interaction(OPENAI), () => undefined)).toEqual(read)
  const empty = conversation('gpt-4o-mini', undefined)
  expect(withCost(empty, interaction(OPENAI), () => 1)).toEqual(empty)
})

test('the list has a price for each day', async () => {
  const million = conversation('gpt-4o-mini', { input: 1_000_000, output: 1_000_000 })
  expect(await priceOf(interaction(OPENAI), million)).toBeCloseTo(0.75)
  const undated = interaction(OPENAI, {})
  const today = await loadPriceList(new Date('2025-11-01'))
  expect(today?.(undated, million)).toBeCloseTo(0.75)
})

test('tokens that were read from a cache or written to one have prices of their own', async () => {
  const usage = { input: 3_000_000, cachedInput: 1_000_000, cacheWriteInput: 1_000_000, output: 0 }
  // Haiku 3.5: 0.80 for input, 0.08 for reading, 1.00 for writing.
  expect(await priceOf(interaction(ANTHROPIC), conversation('claude-3-5-haiku-20241022', usage))).toBeCloseTo(1.88)
})

test('the date of the response selects the price if the cassette has none', async () => {
  const response = { ...interaction(OPENAI).response, headers: [['Date', 'Sat, 01 Nov 2025 10:00:00 GMT']] as const }
  const million = conversation('gpt-4o-mini', { input: 1_000_000, output: 0 })
  expect(await priceOf(interaction(OPENAI, { response }), million)).toBeCloseTo(0.15)
})

test.each([
  [
    'the host',
    interaction('https://gateway.test/v1/chat/completions'),
    conversation('gpt-4o-mini', { input: 1, output: 1 }),
  ],
  ['the model', interaction(OPENAI), conversation('no-such-model', { input: 1, output: 1 })],
  ['the usage', interaction(OPENAI), conversation('gpt-4o-mini', undefined)],
  ['the date', interaction(OPENAI, {}), conversation('gpt-4o-mini', { input: 1, output: 1 })],
  ['a possible count', interaction(OPENAI), conversation('gpt-4o-mini', { input: 1, cachedInput: 2, output: 1 })],
])('the cost is unknown without %s', async (_name, recorded, read) => {
  expect(await priceOf(recorded, read)).toBeUndefined()
})
