import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  CassetteSaveError,
  CassetteSecretError,
  type Mode,
  openCassette,
  parseCassette,
  stringifyCassette,
} from 'msw-cassette'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

afterEach(() => void vi.restoreAllMocks())

/** Records one exchange into a file that holds a text, and returns what failed. */
async function recordInto(file: string, text: string, mode: Mode): Promise<unknown> {
  await using upstream = await startServer((_request, response) => void response.end('new'))
  writeFileSync(file, text)
  const session = openCassette(file, { mode, hosts: [upstream.host] })
  await (await session.fetch(upstream.origin)).text()
  return session.close().catch((reason: unknown) => reason)
}

const OLD = stringifyCassette(buildCassette({ response: 'old' }))

test('a body that looks like JSON or the flow style does not keep a file from being added to', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  const response = '[1]\n{"a":1}\ninteractions: [1]\n'
  await recordInto(file, stringifyCassette(buildCassette({ response })), 'new-episodes')
  expect(bodies(file)).toEqual([response, 'new'])
})

const bodies = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ response }) => new TextDecoder().decode(response.body))

test('a file with a byte order mark is replaced in mode record, and keeps all bytes when something is added', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  await recordInto(file, `\uFEFF${OLD}`, 'record')
  expect(bodies(file)).toEqual(['new'])
  await recordInto(file, `\uFEFF${OLD}`, 'new-episodes')
  expect(bodies(file)).toEqual(['old', 'new'])
  expect(readFileSync(file, 'utf8').startsWith(`\uFEFF${OLD}`)).toBe(true)
})

test.skipIf(process.platform === 'win32')('who may read a file stays as it was', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, '')
  chmodSync(file, 0o600)
  await recordInto(file, OLD, 'new-episodes')
  expect(bodies(file)).toEqual(['old', 'new'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('what processes left that were killed is removed when it is old', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  const leftovers = ['old', 'new'].map((age, index) => {
    const left = join(dirname(file), `.0000000${index}-0000-4000-8000-000000000000.cassette.tmp`)
    writeFileSync(left, age)
    return left
  })
  utimesSync(leftovers[0] ?? '', 0, 0)
  await recordInto(file, OLD, 'new-episodes')
  expect(leftovers.map((left) => existsSync(left))).toEqual([false, true])
  expect(readdirSync(dirname(file))).toHaveLength(2)
})

test('a credential that is in the file already is told by its line, unless it is allowed or replaced', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const key = ['sk', 'ant', 'api03', 'Zq8vT2mNf4LwXk7RbJ3hYc6D'].join('-')
  const text = OLD.replace('old', key)
  const file = join(makeTempFolder(), 'a.yaml')
  const error = await recordInto(file, text, 'new-episodes')
  expect(error).toBeInstanceOf(CassetteSecretError)
  const line = text.split('\n').findIndex((each) => each.includes(key)) + 1
  expect(error).toMatchObject({ findings: [{ place: `line ${line}`, kind: 'an Anthropic key' }] })
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect(await recordInto(file, text, 'record')).toBe(undefined)
  expect(bodies(file)).toEqual(['new'])
})

test('a file that nothing can be added to is told before the network is asked', async () => {
  await using upstream = await startServer((_request, response) => void response.end('new'))
  const flow = "version: 2\ninteractions: [{request: {url: 'https://a.test/', method: GET}, response: {code: 200}}]\n"
  const json = JSON.stringify({
    version: 2,
    interactions: [{ request: { url: CHAT, method: 'GET' }, response: { code: 200 } }],
  })
  for (const text of [flow, json, gzipSync(OLD)]) {
    const file = join(makeTempFolder(), 'a.yaml')
    writeFileSync(file, text)
    expect(() => openCassette(file, { mode: 'new-episodes', hosts: [upstream.host] })).toThrow(CassetteSaveError)
    await using replayed = openCassette(file, { mode: 'replay', onUnplayed: 'ignore' })
    expect(replayed.unplayed).toHaveLength(1)
  }
  expect(upstream.requests).toBe(0)
})
