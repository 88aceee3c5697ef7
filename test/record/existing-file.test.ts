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

/** Writes a text to a file and records one exchange into it. Returns the error, if there is one. */
async function recordInto(file: string, text: string, mode: Mode): Promise<unknown> {
  await using upstream = await startServer((_request, response) => void response.end('new'))
  writeFileSync(file, text)
  const session = openCassette(file, { mode, hosts: [upstream.host] })
  await (await session.fetch(upstream.origin)).text()
  return session.close().catch((reason: unknown) => reason)
}

const OLD = stringifyCassette(buildCassette({ response: 'old' }))

test('an interaction can be added to a file with a body that looks like JSON or flow style', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  const response = '[1]\n{"a":1}\ninteractions: [1]\n'
  await recordInto(file, stringifyCassette(buildCassette({ response })), 'new-episodes')
  expect(bodies(file)).toEqual([response, 'new'])
})

const bodies = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ response }) => new TextDecoder().decode(response.body))

test('a file with a byte order mark is replaced in mode record, and keeps its bytes in mode new-episodes', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  await recordInto(file, `\uFEFF${OLD}`, 'record')
  expect(bodies(file)).toEqual(['new'])
  await recordInto(file, `\uFEFF${OLD}`, 'new-episodes')
  expect(bodies(file)).toEqual(['old', 'new'])
  expect(readFileSync(file, 'utf8').startsWith(`\uFEFF${OLD}`)).toBe(true)
})

test.skipIf(process.platform === 'win32')('recording keeps the permissions of the file', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, '')
  chmodSync(file, 0o600)
  await recordInto(file, OLD, 'new-episodes')
  expect(bodies(file)).toEqual(['old', 'new'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('old temporary files of killed processes are removed', async () => {
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

test('a credential that is already in the file prevents adding to it, and is reported with its line', async () => {
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

test('a file to which nothing can be added is refused before any request reaches the network', async () => {
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
