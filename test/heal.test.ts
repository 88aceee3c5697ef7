import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CassetteOptionError,
  CassetteSaveError,
  CassetteSecretError,
  CassetteUnplayedError,
  openCassette,
  parseCassette,
  stringifyCassette,
} from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Conversation, recordConversation, send } from './record-conversation.ts'
import { makeTempFolder } from './temp-folder.ts'

beforeEach(() => void vi.stubEnv('CI', ''))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Spies on the console, and returns the lines that the library prints. */
function captureConsole(): string[] {
  const lines: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(String(line)))
  return lines
}

async function replay({ open, talk }: Conversation, prompts: readonly string[]): Promise<string[]> {
  const session = open({ mode: 'replay' })
  const answers = await talk(session, prompts)
  session.verify()
  await session.close()
  return answers
}

const itemsOf = (text: string): string[] => text.split(/^(?=- id:)/m).slice(1)

test('heals the requests that changed, and keeps the bytes of all others', async () => {
  await using conversation = await recordConversation(['a', 'b', 'c', 'd'])
  const { file, open, talk, provider } = conversation
  const before = itemsOf(readFileSync(file, 'utf8'))
  const lines = captureConsole()
  const session = open({ mode: 'heal' })
  expect(await talk(session, ['a', 'b', 'C', 'd'])).toEqual(['re a', 're b', 're C', 're d'])
  expect(itemsOf(readFileSync(file, 'utf8'))).toEqual(before)
  session.verify()
  await session.close()
  expect(provider.requests).toBe(4 + 2)
  const after = itemsOf(readFileSync(file, 'utf8'))
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
  expect(after.every((item) => item.includes('\n  recorded_by: '))).toBe(true)
  expect(after.map((item) => item.split('\n')[0])).toEqual(before.map((item) => item.split('\n')[0]))
  expect(lines).toEqual([
    `[msw-cassette] healed 2 of 4 turns in ${file} (#2 $.messages[4].content, #3 $.messages[4].content): 2 calls made, 2 not`,
  ])
  expect(await replay(conversation, ['a', 'b', 'C', 'd'])).toEqual(['re a', 're b', 're C', 're d'])
  expect(provider.requests).toBe(4 + 2)
})

test('removes the turns that are not requested any more, and adds those that are new', async () => {
  await using conversation = await recordConversation(['a', 'b', 'c'])
  const { file, open, talk, provider } = conversation
  const lines = captureConsole()
  for (const prompts of [['a'], ['a', 'x', 'y']]) {
    const session = open({ mode: 'heal' })
    await talk(session, prompts)
    session.verify()
    await session.close()
    await replay(conversation, prompts)
  }
  expect(lines).toEqual([
    `[msw-cassette] healed 0 of 3 turns in ${file} (2 removed): 0 calls made, 1 not`,
    `[msw-cassette] healed 0 of 1 turns in ${file} (2 added): 2 calls made, 1 not`,
  ])
  expect(provider.requests).toBe(3 + 2)
})

test('does not write a cassette that needs no change', async () => {
  await using conversation = await recordConversation(['a', 'b'])
  const { file, open, talk } = conversation
  const before = readFileSync(file, 'utf8')
  const lines = captureConsole()
  const session = open({ mode: 'heal' })
  await talk(session, ['a', 'b'])
  session.verify()
  await session.close()
  expect(readFileSync(file, 'utf8')).toBe(before)
  expect(lines).toEqual([])
})

test('a failing test heals nothing', async () => {
  await using conversation = await recordConversation(['a', 'b'])
  const { file, open, talk } = conversation
  const before = readFileSync(file, 'utf8')
  const lines = captureConsole()
  const session = open({ mode: 'heal' })
  await talk(session, ['a', 'B'])
  await session.save()
  await session.close()
  expect(readFileSync(file, 'utf8')).toBe(before)
  expect(lines).toEqual([
    `[msw-cassette] Healed nothing in ${file}: verify() failed or was not called, so 1 new recording is discarded.`,
  ])
})

test('a test that sends no request fails, and its cassette stays', async () => {
  await using conversation = await recordConversation(['a', 'b'])
  const before = readFileSync(conversation.file, 'utf8')
  const session = conversation.open({ mode: 'heal' })
  expect(() => session.verify()).toThrow(CassetteUnplayedError)
  await session.close()
  expect(readFileSync(conversation.file, 'utf8')).toBe(before)
})

test('removes nothing if a call failed, or if other tests might play the rest', async () => {
  await using conversation = await recordConversation(['a', 'b', 'c'])
  const { file, open, talk, provider } = conversation
  const lines = captureConsole()
  const failing = open({ mode: 'heal', hosts: [provider.host, '127.0.0.1:9'] })
  await talk(failing, ['a', 'B'])
  await expect(failing.fetch('http://127.0.0.1:9/')).rejects.toThrow('fetch failed')
  failing.verify()
  await failing.close()
  const shared = open({ mode: 'heal', onUnplayed: 'ignore' })
  await talk(shared, ['A'])
  shared.verify()
  await shared.close()
  expect(parseCassette(readFileSync(file)).interactions).toHaveLength(4)
  expect(lines).toEqual([
    `[msw-cassette] healed 1 of 3 turns in ${file} (#1 $.messages[2].content): 2 calls made, 1 not. A call failed, so nothing was removed`,
    `[msw-cassette] healed 0 of 3 turns in ${file} (1 added): 1 call made, 0 not. Other tests might share the file, so nothing was removed; in Vitest and Jest, -u removes what no test plays`,
  ])
})

test('a changed request that is repeated keeps the order of its answers', async () => {
  await using conversation = await recordConversation(['a'])
  const { file, open, provider } = conversation
  const texts = { x: [{ role: 'user', content: 'x' }], a: [{ role: 'user', content: 'a' }] }
  captureConsole()
  const adding = open({ mode: 'heal' })
  await send(adding, provider, texts.x)
  await send(adding, provider, texts.a)
  await send(adding, provider, texts.a)
  adding.verify()
  await adding.close()
  const bodies = parseCassette(readFileSync(file)).interactions.map(({ request }) =>
    new TextDecoder().decode(request.body),
  )
  expect(bodies).toEqual([texts.a, texts.x, texts.a].map((messages) => JSON.stringify({ messages })))
})

test('what was played before rewind() is not removed', async () => {
  await using conversation = await recordConversation(['a', 'b'])
  const { open, talk } = conversation
  const lines = captureConsole()
  const session = open({ mode: 'heal' })
  await talk(session, ['a', 'b'])
  session.rewind()
  await talk(session, ['a'])
  session.verify()
  await session.close()
  expect(lines).toEqual([])
  await replay(conversation, ['a', 'b'])
})

test('keeps what other processes have written, changed or removed in the meantime', async () => {
  await using conversation = await recordConversation(['a', 'b', 'c'])
  const { file, open, talk } = conversation
  captureConsole()
  const session = open({ mode: 'heal' })
  await talk(session, ['a', 'B', 'c'])
  const [first, second, third] = itemsOf(readFileSync(file, 'utf8'))
  const other = first?.replace('id: 0', 'id: 7').replaceAll('"a"', '"z"') ?? ''
  writeFileSync(file, `---\nversion: 2\ninteractions:\n${other}# kept\n${first}${third}`)
  session.verify()
  await session.close()
  const text = readFileSync(file, 'utf8')
  expect(text.startsWith(`---\nversion: 2\ninteractions:\n${other}# kept\n${first}`)).toBe(true)
  expect(text).not.toContain(second)
  const requested = parseCassette(text).interactions.map(({ request }) =>
    JSON.parse(new TextDecoder().decode(request.body)),
  )
  expect(requested.map(({ messages }) => messages.map(({ content }: { content: string }) => content).join())).toEqual([
    'z',
    'a',
    'a,re a,B,re B,c',
    'a,re a,B',
  ])
})

test('a cassette that vanished or broke in the meantime is an error', async () => {
  await using conversation = await recordConversation(['a'])
  const { file, open, talk } = conversation
  captureConsole()
  for (const text of ['nonsense', '{"version": 2, "interactions": []}']) {
    const before = readFileSync(file, 'utf8')
    const session = open({ mode: 'heal' })
    await talk(session, ['A'])
    writeFileSync(file, text)
    session.verify()
    await expect(session.close()).rejects.toThrow(file)
    expect(readFileSync(file, 'utf8')).toBe(text)
    writeFileSync(file, before)
  }
})

test('a credential in a new answer is refused, and the cassette stays', async () => {
  await using conversation = await recordConversation(['a'])
  const { file, open, talk } = conversation
  const before = readFileSync(file, 'utf8')
  captureConsole()
  const session = open({ mode: 'heal' })
  await talk(session, [`ghp_${'x1Y2z3'.repeat(6)}`])
  session.verify()
  await expect(session.close()).rejects.toThrow(CassetteSecretError)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a missing or empty cassette is recorded', async () => {
  await using conversation = await recordConversation(['a'])
  const { file, provider } = conversation
  const empty = join(makeTempFolder(), 'empty.yaml')
  writeFileSync(empty, '---\nversion: 2\ninteractions: []\n')
  for (const path of [join(makeTempFolder(), 'new.yaml'), empty]) {
    const session = openCassette(path, { mode: 'heal', hosts: [provider.host] })
    await conversation.talk(session, ['a'])
    session.verify()
    await session.close()
    expect(itemsOf(readFileSync(path, 'utf8')).length).toBe(itemsOf(readFileSync(file, 'utf8')).length)
  }
})

test('a cassette that can not be changed is refused before the first request', () => {
  const folder = makeTempFolder()
  const cassette = { ...parseCassette('---\nversion: 2\ninteractions: []\n') }
  const har = join(folder, 'a.har')
  writeFileSync(har, stringifyCassette(cassette, { format: 'har' }))
  expect(() => openCassette(har, { mode: 'heal' })).toThrow(CassetteSaveError)
  const flow = join(folder, 'flow.yaml')
  writeFileSync(flow, '{"version": 2, "interactions": []}')
  expect(() => openCassette(flow, { mode: 'heal' })).toThrow(CassetteSaveError)
})

test('healing is an error in CI', () => {
  vi.stubEnv('CI', 'true')
  expect(() => openCassette('a.yaml', { mode: 'heal' })).toThrow(CassetteOptionError)
  vi.stubEnv('MSW_CASSETTE_MODE', 'heal')
  expect(() => openCassette('a.yaml')).toThrow('The mode is heal, and CI is set')
})
