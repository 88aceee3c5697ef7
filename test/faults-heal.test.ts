import { readFileSync } from 'node:fs'
import { CassetteMismatchError, CassetteUnplayedError, type Fault } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recordConversation, send } from './record-conversation.ts'

beforeEach(() => void vi.stubEnv('CI', ''))
afterEach(() => void vi.unstubAllEnvs())

const faults: Fault[] = [{ at: 0, status: 429 }]

test('in mode heal, a test with faults only replays: nothing is recorded, and nothing is removed', async () => {
  await using conversation = await recordConversation(['a', 'b'])
  const { file, open, provider, talk } = conversation
  const before = readFileSync(file, 'utf8')
  const run = async (...prompts: string[]): Promise<string> => {
    const session = open({ mode: 'heal', faults })
    const limited = await session.fetch(`${provider.origin}/v1/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ role: 'user', content: prompts[0] }] }),
    })
    if (limited.status === 429) await talk(session, prompts)
    try {
      session.verify()
      return 'passed'
    } catch (error) {
      return (error as Error).name
    } finally {
      await session.close()
    }
  }
  expect([await run('a', 'b'), await run('a', 'B'), await run('a')]).toEqual([
    'passed',
    CassetteMismatchError.name,
    CassetteUnplayedError.name,
  ])
  expect(provider.requests).toBe(2)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('in mode heal, a missing cassette is recorded without its faults', async () => {
  await using conversation = await recordConversation(['a'])
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { openCassette } = await import('msw-cassette')
  const session = openCassette(`${conversation.file}.new.yaml`, {
    mode: 'heal',
    faults,
    hosts: [conversation.provider.host],
  })
  expect(await send(session, conversation.provider, [{ role: 'user', content: 'a' }])).toBe('re a')
  session.verify()
  await session.close()
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('is being recorded, so its faults do not happen'))
})
