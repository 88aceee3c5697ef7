import { readFileSync } from 'node:fs'
import { CassetteOptionError, type CassetteOptions, fromCassette, type Mode, parseCassette } from 'msw-cassette'
import { beforeEach, expect, test, vi } from 'vitest'
import { type AgentRun, createTenTurnAgent, type TenTurns } from './ten-turn-agent.ts'

beforeEach(() => {
  vi.stubEnv('CI', '')
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const ECHOES = { match: { echoes: true } } as const

/** Runs the agent and verifies its session. Returns the number of calls that the provider got, or the message of the failure. */
async function runIn(
  agent: TenTurns,
  mode: Mode,
  run: AgentRun = {},
  options: CassetteOptions = ECHOES,
): Promise<number | string> {
  const session = agent.open({ mode, ...options })
  const before = agent.provider.requests
  try {
    await agent.run(session, run)
    session.verify()
    await session.close()
  } catch (error) {
    return String(error)
  }
  return agent.provider.requests - before
}

async function record(): Promise<TenTurns> {
  const agent = await createTenTurnAgent()
  expect(await runIn(agent, 'once')).toBe(10)
  return agent
}

const bodiesOf = ({ file }: TenTurns): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ request }) => new TextDecoder().decode(request.body))

test('a change of the first prompt costs one call instead of ten, and the healed cassette replays', async () => {
  await using agent = await record()
  const before = bodiesOf(agent)
  const changed = { prompt: 'Please do ten steps.' }
  expect(await runIn(agent, 'heal', changed)).toBe(1)
  const after = bodiesOf(agent)
  expect(after[0]).toContain('Please')
  expect(after.slice(1)).toEqual(before.slice(1))
  expect(await runIn(agent, 'replay', changed)).toBe(0)
  expect(await runIn(agent, 'heal', { prompt: 'Ten steps, now!' })).toBe(1)
  expect(await runIn(agent, 'replay', { prompt: 'Ten steps, now!' })).toBe(0)
})

test('without the option, the same change costs ten calls', async () => {
  await using agent = await record()
  expect(await runIn(agent, 'heal', { prompt: 'Please do ten steps.' }, {})).toBe(10)
})

test('a turn in the middle that is recorded again keeps the following ones', async () => {
  await using agent = await record()
  const changed = { results: { 4: 'failed 4' } }
  expect(await runIn(agent, 'heal', changed)).toBe(1)
  expect(await runIn(agent, 'replay', changed)).toBe(0)
  expect(await runIn(agent, 'heal', { ...changed, prompt: 'Please.' })).toBe(1)
  expect(await runIn(agent, 'replay', { ...changed, prompt: 'Please.' })).toBe(0)
})

test.each<[string, AgentRun]>([
  ['another result of a tool', { results: { 3: 'failed 3' } }],
  ['another prompt', { prompt: 'Stop.' }],
  ['another model', { model: 'n' }],
])('%s is a mismatch', async (_name, run) => {
  await using agent = await record()
  expect(await runIn(agent, 'replay', run)).toMatch(/No recorded interaction matches/)
  expect(agent.provider.requests).toBe(10)
})

test('another result of a tool is a mismatch after the first prompt was healed, too', async () => {
  await using agent = await record()
  const prompt = 'Please do ten steps.'
  await runIn(agent, 'heal', { prompt })
  for (const turn of [0, 1, 8])
    expect(await runIn(agent, 'replay', { prompt, results: { [turn]: 'failed' } })).toMatch(/No recorded interaction/)
})

test('a result that equals a text of the answer is no echo', async () => {
  await using agent = await record()
  expect(await runIn(agent, 'replay', { results: { 0: 'Now call 1 of turn 0' } })).toMatch(/No recorded interaction/)
})

test('a cassette that is repeated answers a healed conversation again', async () => {
  await using agent = await record()
  const prompt = 'Please do ten steps.'
  await runIn(agent, 'heal', { prompt })
  const session = agent.open({ mode: 'replay', repeat: 'last', ...ECHOES })
  const first = await agent.run(session, { prompt })
  expect(await agent.run(session, { prompt })).toBe(first)
  session.rewind()
  expect(await agent.run(session, { prompt })).toBe(first)
  expect(session.mismatches).toEqual([])
})

test('requests that are not conversations are compared exactly', async () => {
  await using agent = await record()
  const session = agent.open({ mode: 'replay', onUnplayed: 'ignore', ...ECHOES })
  for (const body of ['', 'text', '[]', '{"messages":1}', '{"messages":[]}', '{"messages":[null,{"role":1}]}'])
    expect((await session.fetch(`${agent.provider.origin}/v1/chat/completions`, { method: 'POST', body })).status).toBe(
      400,
    )
})

test('the option has to be a boolean', () => {
  const match = { echoes: 'yes' as unknown as boolean }
  expect(() => fromCassette('---\nversion: 2\ninteractions: []\n', { match })).toThrow(CassetteOptionError)
})
