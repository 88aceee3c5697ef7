import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CassetteOptions,
  cassetteDefaults,
  currentSession,
  fromCassette,
  openCassette,
  scopedCassettes,
  withCassette,
} from 'msw-cassette'
import * as withoutMsw from 'msw-cassette/fetch'
import { beforeEach, expect, test } from 'vitest'
import { globalSlot } from '../../src/platform/global-slot.ts'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer(...scopedCassettes())
const send = async (url = CHAT): Promise<string> => (await fetch(url)).text()
const cassette = (...responses: string[]) => buildCassette(...responses.map((response) => ({ response })))

beforeEach(() => globalSlot('defaults/1').set(undefined))

test("a test's redaction is added to the redaction of the project", async () => {
  const { origin, host } = await startServer((_, response) => void response.end('acct_1234 cust_5678'))
  const file = join(makeTempFolder(), 'a.yaml')
  cassetteDefaults({ redact: { patterns: [/acct_\w+/] }, mode: 'once' })
  const session = openCassette(file, { redact: { patterns: [/cust_\w+/] }, hosts: [host] })
  await (await session.fetch(origin)).text()
  await session.close()
  expect(readFileSync(file, 'utf8')).toContain('REDACTED REDACTED')
})

test('the defaults apply to every way to open a cassette', async () => {
  cassetteDefaults({ mode: 'replay', match: { url: (url) => new URL(url.href.toLowerCase()) } })
  const upper = CHAT.replace('chat', 'CHAT')
  const opened = openCassette(cassette('hi'))
  const openedWithoutMsw = withoutMsw.openCassette(cassette('hi'))
  expect(await (await opened.fetch(upper)).text()).toBe('hi')
  expect(await (await openedWithoutMsw.fetch(upper)).text()).toBe('hi')
  expect(await withCassette(cassette('hi'), () => send(upper))()).toBe('hi')
  server.use(...fromCassette(cassette('hi')))
  expect(await send(upper)).toBe('hi')
})

test('the defaults override those of fromCassette, and its options override both', async () => {
  cassetteDefaults({ mode: 'replay', repeat: 'none' })
  const [none, last] = ['https://none.test/', 'https://last.test/'] as const
  server.use(
    ...fromCassette(buildCassette({ url: none })),
    ...fromCassette(buildCassette({ url: last }), { repeat: 'last' }),
  )
  const statuses: number[] = []
  for (const url of [none, none, last, last]) statuses.push((await fetch(url)).status)
  expect(statuses).toEqual([200, 400, 200, 200])
})

test('several calls are merged, and the same call replaces its own options', () => {
  const optionsOf = (): CassetteOptions => Reflect.get(openCassette(cassette()), 'options')
  for (const name of ['a', 'a', 'b']) cassetteDefaults({ recordHeaders: [name], mode: 'replay' })
  cassetteDefaults({ recordHeaders: ['c'], timing: 'recorded' })
  expect(optionsOf()).toEqual({ mode: 'replay', timing: 'recorded', recordHeaders: ['a', 'b', 'c'] })
  globalSlot('defaults/1').set(undefined)
  let calls = 0
  for (let file = 0; file < 3; file++) {
    cassetteDefaults({ mode: 'replay', passthrough: () => ++calls < 0 })
  }
  optionsOf().passthrough?.({ method: 'GET', url: CHAT, headers: [] })
  expect(calls).toBe(1)
})

test('both entries set the same defaults, and invalid ones are refused', () => {
  expect(withoutMsw.cassetteDefaults).toBe(cassetteDefaults)
  expect(() => cassetteDefaults({ repeat: 'twice' as never })).toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'repeat' }),
  )
})

test('withCassette accepts options without a source, and names the cassette after the test', async ({ task }) => {
  const run = withCassette({ mode: 'passthrough', timing: 'recorded', hosts: ['a.test'] }, async () => currentSession())
  expect(await Reflect.apply(run, undefined, [{ task }])).toMatchObject({
    path: expect.stringMatching(/withcassette-accepts-options-without-a-source.*\.yaml$/i),
    options: { timing: 'recorded', hosts: ['a.test'] },
  })
})

test('withCassette tells options from sources', async ({ task }) => {
  expect(await withCassette(cassette('hi'), { mode: 'replay' }, () => send())()).toBe('hi')
  const method = withCassette({ mode: 'replay', repeat: 'all' })(async () => 1, { kind: 'method' } as never)
  await expect(method()).rejects.toThrow('which test is running')
  const wrong = withCassette({ hosst: [] } as never, () => {})
  await expect(Reflect.apply(wrong, undefined, [{ task }])).rejects.toThrow('Unknown option "hosst"')
  await expect(withCassette(['a.yaml'] as never, () => {})()).rejects.toMatchObject({ option: 'source' })
})
