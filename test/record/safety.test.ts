import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CassetteError, openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const program = fileURLToPath(new URL('record-requests.ts', import.meta.url))
const startEcho = (): Promise<LocalServer> =>
  startServer((request, response) => void response.end(`${request.url} ${'x'.repeat(5_000)}`))

const start = (cassette: string, origin: string, name: string, count: number): ChildProcess =>
  spawn(process.execPath, [program, cassette, origin, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Returns the recorded paths, and checks that the bodies are complete. */
function recordedPaths(file: string): string[] {
  return parseCassette(readFileSync(file), { path: file }).interactions.map(({ request, response }) => {
    const { pathname } = new URL(request.url)
    expect(new TextDecoder().decode(response.body)).toBe(`${pathname} ${'x'.repeat(5_000)}`)
    return pathname
  })
}

test('a process that is killed while it records leaves either the old file or the new one, complete', async () => {
  await using upstream = await startEcho()
  const file = join(makeTempFolder(), 'a.yaml')
  let saved: string[] = []
  let killed = 0
  // 20 processes, each killed at a different moment of its 10 recordings.
  for (let run = 0; run < 20; run++) {
    const child = start(file, upstream.origin, `run-${run}`, 10)
    let lines = 0
    child.stdout?.on('data', (text) => {
      lines += String(text).split('\n').length - 1
      if (lines > run % 10) setTimeout(() => child.kill('SIGKILL'), (run * 7) % 5)
    })
    const [, signal] = await once(child, 'close')
    if (signal === 'SIGKILL') killed++
    const now = existsSync(file) ? recordedPaths(file) : []
    expect(now.slice(0, saved.length)).toEqual(saved)
    saved = now
  }
  expect(saved.length).toBeGreaterThan(20)
  expect(killed).toBeGreaterThan(10)
}, 120_000)

test('two processes that record into the same cassette simultaneously lose nothing', async () => {
  await using upstream = await startEcho()
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  const children = ['a', 'b'].map((name) => start(file, upstream.origin, name, 25))
  await Promise.all(children.map((child) => once(child, 'close')))
  const expected = ['a', 'b'].flatMap((name) => Array.from({ length: 25 }, (_, index) => `/${name}/${index}`))
  expect(recordedPaths(file).sort()).toEqual(expected.sort())
  expect(readdirSync(folder)).toEqual(['a.yaml'])
}, 60_000)

/** Tries to record into a path. Returns the error's code and how many requests reached the network. */
async function tryToRecord(path: string): Promise<string> {
  await using upstream = await startEcho()
  try {
    const session = openCassette(path, { mode: 'new-episodes', hosts: [upstream.host] })
    await session.fetch(upstream.origin)
  } catch (error) {
    expect(error).toBeInstanceOf(CassetteError)
    return `${(error as CassetteError).code}, ${upstream.requests} requests`
  }
  return `no error, ${upstream.requests} requests`
}

test('a path that can’t be written is refused before any request reaches the network', async () => {
  const folder = makeTempFolder()
  symlinkSync('loop.yaml', join(folder, 'loop.yaml'))
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'folder.yaml'))
  const paths = {
    'leads out of the project': '../../etc/a.yaml',
    'has a NUL': join(folder, 'a\0b.yaml'),
    'is a symlink loop': join(folder, 'loop.yaml'),
    'is below a file': join(folder, 'file', 'a.yaml'),
    'is a folder': join(folder, 'folder.yaml'),
    'is too long': join(folder, `${'a'.repeat(300)}.yaml`),
    'is in a folder that is read-only': '/proc/a/a.yaml',
  }
  const outcomes = await Promise.all(Object.entries(paths).map(async ([what, path]) => [what, await tryToRecord(path)]))
  for (const [what, outcome] of outcomes)
    expect(`${what}: ${outcome}`).toMatch(/: cassette_(?:save|unreadable), 0 requests$/)
})

test.skipIf(process.platform === 'win32')('a device or a pipe is refused instead of being read forever', async () => {
  const pipe = join(makeTempFolder(), 'pipe.yaml')
  execFileSync('bash', ['-c', 'mkfifo "$0"', pipe])
  expect(await Promise.all(['/dev/zero', '/dev/null', pipe].map(tryToRecord))).toEqual(
    Array(3).fill('cassette_unreadable, 0 requests'),
  )
})

test.skipIf(process.platform === 'win32')(
  'a full disk is reported before any request reaches the network',
  async () => {
    await using upstream = await startEcho()
    const file = join(makeTempFolder(), 'a.yaml')
    // A test can't fill the disk. A limit of 2 KiB per file has the same effect.
    const command = ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, program, file, upstream.origin, 'a', '1']
    const child = spawn('bash', command, { stdio: ['ignore', 'ignore', 'pipe'] })
    const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect(stderr).toMatch(/CassetteSaveError: Failed to write the cassette .*a\.yaml: .*file too large/)
    expect({ status, requests: upstream.requests, left: readdirSync(dirname(file)) }).toEqual({
      status: 1,
      requests: 0,
      left: [],
    })
  },
)

test.each(['record', 'new-episodes'] as const)(
  'mode %s refuses a cassette of another format unchanged, and the message says how to convert it',
  (mode) => {
    const folder = makeTempFolder()
    for (const name of ['vcrpy/openai-chat-streaming.yaml', 'har/polly-openai-chat.har', 'nock/openai-chat.json']) {
      const text = readFileSync(join('fixtures', name), 'utf8')
      const file = join(folder, basename(name))
      writeFileSync(file, text)
      for (const source of [file, pathToFileURL(file)]) {
        expect(() => openCassette(source, { mode })).toThrow(
          expect.objectContaining({
            code: 'cassette_save',
            message: expect.stringContaining(`npx msw-cassette convert ${file} --to go-vcr-2 --out converted`),
          }),
        )
      }
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  },
)
