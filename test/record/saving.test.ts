import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import {
  type CassetteOptions,
  CassetteSaveError,
  type CassetteSession,
  type Interaction,
  openCassette,
  parseCassette,
  stringifyCassette,
} from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const BODY = 'some words\n'.repeat(1_000)
const startEcho = (): Promise<LocalServer> =>
  startServer((request, response) => void response.end(`${request.url}\n${BODY}`))

const record = (file: string, upstream: LocalServer, options: CassetteOptions = {}): CassetteSession =>
  openCassette(file, { mode: 'new-episodes', hosts: [upstream.host], ...options })

const send = async (session: CassetteSession, url: string): Promise<string> => (await session.fetch(url)).text()

const countSaved = (file: string): number => parseCassette(readFileSync(file)).interactions.length

const failureOf = (session: CassetteSession): Promise<unknown> => session.close().catch((error: unknown) => error)

/** The bytes that this process has read and written. */
function countBytes(): number {
  return [...readFileSync('/proc/self/io', 'utf8').matchAll(/^[rw]char: (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )
}

test.skipIf(process.platform !== 'linux')('the hundredth recording moves no more bytes than the tenth', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  const session = record(file, upstream)
  const costs: number[] = []
  for (let count = 0; count < 100; count++) {
    const before = countBytes()
    await send(session, `${upstream.origin}/${count}`)
    await session.save()
    costs.push(countBytes() - before)
  }
  await session.close()
  expect(countSaved(file)).toBe(100)
  const sum = (from: number): number => costs.slice(from, from + 10).reduce((total, cost) => total + cost, 0)
  expect(sum(90)).toBeLessThan(1.5 * sum(10))
})

test.skipIf(process.platform !== 'linux')(
  'recordings that are complete at the same time are saved together',
  async () => {
    await using upstream = await startEcho()
    const file = join(makeTempFolder(), 'a.yaml')
    const session = record(file, upstream)
    const before = countBytes()
    await Promise.all(Array.from({ length: 200 }, (_, index) => send(session, `${upstream.origin}/${index}`)))
    await session.close()
    expect(countSaved(file)).toBe(200)
    // Each exchange is written and read by the server and the client, and written to the file once or twice.
    expect(countBytes() - before).toBeLessThan(8 * statSync(file).size)
  },
)

test('delayed recordings of an unclosed session are saved when the process exits, and no temporary file is left', async () => {
  await using upstream = await startEcho()
  const folder = makeTempFolder()
  const program = `
    import { openCassette } from 'msw-cassette'
    const session = openCassette(${JSON.stringify(join(folder, 'a.yaml'))}, { mode: 'once', hosts: ['${upstream.host}'] })
    const urls = Array.from({ length: 100 }, (_, index) => '${upstream.origin}/' + index)
    await Promise.all(urls.map(async (url) => (await session.fetch(url)).text()))
    process.exit()
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
  expect(await once(child, 'close')).toEqual([0, null])
  expect([countSaved(join(folder, 'a.yaml')), readdirSync(folder)]).toEqual([100, ['a.yaml']])
})

const OLD = stringifyCassette(buildCassette({ response: 'old' }))

test.each([
  ['it was cut', OLD.slice(0, -40), 'is not a valid cassette any more'],
  ['it is empty', '', 'is not a valid cassette any more'],
  ['its format is another one', stringifyCassette(buildCassette({}), { format: 'vcrpy' }), 'its format is vcrpy now'],
  ['it has conflict markers', `<<<<<<< HEAD\n${OLD}`, 'is not a valid cassette any more'],
])('nothing is added to a file that was changed after the session was opened: %s', async (_title, text, why) => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, OLD)
  const session = record(file, upstream)
  writeFileSync(file, text)
  await send(session, `${upstream.origin}/a`)
  expect(() => session.verify()).toThrow(CassetteSaveError)
  await expect(session.save()).rejects.toThrow(why)
  expect(readFileSync(file, 'utf8')).toBe(text)
  // The recording is kept for a save after the file was restored.
  writeFileSync(file, OLD)
  await session.close()
  expect(countSaved(file)).toBe(2)
})

test.each([
  ['JSON without interactions', '{"version":2,"interactions":[]}'],
  [
    'a flow list after a long comment',
    `# ${'x'.repeat(5_000)}\nversion: 2\ninteractions: [{request: {url: 'https://a.test/', method: GET}, response: {code: 200}}]\n`,
  ],
  [
    'a quoted key',
    `version: 2\n"interactions": [{request: {url: 'https://a.test/', method: GET}, response: {code: 200}}]\n`,
  ],
])('%s is refused when it is opened: nothing can be added to it', async (_title, text) => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, text)
  expect(() => record(file, upstream)).toThrow('block style only')
})

test.each([1, 100, 243, 250])('a name of %i bytes and its extension can be saved', async (length) => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), `${'n'.repeat(length)}.yaml`)
  const session = record(file, upstream)
  await send(session, upstream.origin)
  await session.close()
  expect(countSaved(file)).toBe(1)
})

test.skipIf(process.platform === 'win32')('a link whose target does not exist remains a link', async () => {
  await using upstream = await startEcho()
  const folder = makeTempFolder()
  symlinkSync('targets/b.yaml', join(folder, 'a.yaml'))
  const session = record(join(folder, 'a.yaml'), upstream)
  await send(session, upstream.origin)
  await session.close()
  expect([countSaved(join(folder, 'targets/b.yaml')), readdirSync(folder)]).toEqual([1, ['a.yaml', 'targets']])
})

test.skipIf(process.platform === 'win32')(
  'a disk that becomes full loses nothing that was saved, and leaves no temporary file',
  async () => {
    await using upstream = await startServer(
      (request, response) => void response.end(`${request.url} ${'x'.repeat(5_000)}`),
    )
    const file = join(makeTempFolder(), 'a.yaml')
    const program = fileURLToPath(new URL('record-requests.ts', import.meta.url))
    const command = [
      '-c',
      'ulimit -f 200; exec "$0" "$@"',
      process.execPath,
      program,
      file,
      upstream.origin,
      'a',
      '100',
    ]
    const child = spawn('bash', command, { stdio: ['ignore', 'pipe', 'pipe'] })
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    expect(stderr).toMatch(/CassetteSaveError: Failed to write the cassette .*a\.yaml: .*file too large/)
    const printed = stdout.split('\n').length - 2
    expect(printed).toBeGreaterThan(20)
    expect([countSaved(file), readdirSync(dirname(file))]).toEqual([printed, [basename(file)]])
  },
)

test('a folder that is removed while a session records is created again, with everything that was recorded', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'folder/a.yaml')
  const session = record(file, upstream)
  for (let count = 0; count < 10; count++) await send(session, `${upstream.origin}/${count}`)
  await session.save()
  rmSync(dirname(file), { recursive: true })
  await send(session, `${upstream.origin}/last`)
  await session.close()
  expect(countSaved(file)).toBe(11)
})

const changed = (change: (interaction: Interaction) => object): CassetteOptions => ({
  hooks: { beforeSave: ({ interaction }) => change(interaction) as Interaction },
})
const thrown = (value: unknown): CassetteOptions => ({
  hooks: {
    afterCapture() {
      throw value
    },
  },
})
const rejecting = (async () => {
  throw new Error('boom')
}) as never

test.each<[string, CassetteOptions]>([
  ['a function that throws a string', thrown('boom')],
  ['a function that throws undefined', thrown(undefined)],
  ['a function that throws an object without a prototype', thrown(Object.create(null))],
  ['an asynchronous hook that rejects', { hooks: { beforeSave: rejecting } }],
  ['an asynchronous transformation that rejects', { redact: { transform: rejecting } }],
  ['a header that is a number', changed((one) => ({ ...one, request: { ...one.request, headers: [['A', 5]] } }))],
  ['a date that is text', changed((one) => ({ ...one, recordedAt: 'today' }))],
])(
  '%s ends neither the process nor the request, and close() and verify() throw a CassetteSaveError',
  async (_title, options) => {
    vi.mocked(console.error).mockImplementation(() => {
      throw new Error('Nothing can be printed in these tests.')
    })
    await using upstream = await startEcho()
    const file = join(makeTempFolder(), 'a.yaml')
    const session = record(file, upstream, options)
    expect(await send(session, `${upstream.origin}/a`)).toContain('/a')
    expect(await failureOf(session)).toBeInstanceOf(CassetteSaveError)
    expect(() => session.verify()).toThrow(CassetteSaveError)
    expect(existsSync(file)).toBe(false)
  },
)

test('close() waits for an asynchronous onClose, and throws its error', async () => {
  await using upstream = await startEcho()
  const session = record(join(makeTempFolder(), 'a.yaml'), upstream, { hooks: { onClose: rejecting } })
  expect(await failureOf(session)).toEqual(new Error('boom'))
})

test('an asynchronous `passthrough` that rejects ends no process', async () => {
  await using upstream = await startEcho()
  await using session = record(join(makeTempFolder(), 'a.yaml'), upstream, { passthrough: rejecting })
  expect((await session.fetch(upstream.origin)).status).toBe(400)
})
