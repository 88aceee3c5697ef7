import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const program = fileURLToPath(new URL('heal-requests.ts', import.meta.url))
const startEcho = (): Promise<LocalServer> =>
  startServer((request, response) => void response.end(`live ${request.url}`))

function writeCassette({ origin }: LocalServer, ...paths: string[]): string {
  const file = join(makeTempFolder(), 'a.yaml')
  const exchanges = paths.map((path) => ({ url: origin + path, response: `recorded ${path}` }))
  writeFileSync(file, stringifyCassette(buildCassette(...exchanges)))
  return file
}

/** Starts a process that waits before it heals. */
async function start(file: string, { origin }: LocalServer, ...paths: string[]): Promise<ChildProcess> {
  const env = { ...process.env, CI: '' }
  const child = spawn(process.execPath, [program, file, origin, ...paths], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  if (child.stdout) await once(child.stdout, 'data')
  return child
}

async function heal(child: ChildProcess): Promise<unknown> {
  child.stdin?.write('\n')
  const [code] = await once(child, 'close')
  return code
}

const answersIn = (file: string): string[] =>
  parseCassette(readFileSync(file)).interactions.map(({ response }) => new TextDecoder().decode(response.body))

const BEFORE = ['recorded /a', 'recorded /b', 'recorded /c']
const AFTER = ['recorded /a', 'live /b2']

test('a process that is killed while it heals leaves the old file or the new one, and the next one heals', async () => {
  await using upstream = await startEcho()
  const outcomes = await Promise.all(
    [0, 1, 3, 6, 10].map(async (delay) => {
      const file = writeCassette(upstream, '/a', '/b', '/c')
      const child = await start(file, upstream, '/a', '/b2')
      child.stdin?.write('\n')
      await setTimeout(delay)
      child.kill('SIGKILL')
      await once(child, 'close')
      return { file, answers: answersIn(file) }
    }),
  )
  for (const { answers } of outcomes) expect([BEFORE, AFTER]).toContainEqual(answers)
  const file =
    outcomes.find(({ answers }) => answers.length === BEFORE.length)?.file ?? writeCassette(upstream, '/a', '/b', '/c')
  expect(await heal(await start(file, upstream, '/a', '/b2'))).toBe(0)
  expect(answersIn(file)).toEqual(AFTER)
}, 60_000)

test('two processes that heal the same cassette simultaneously lose nothing', async () => {
  await using upstream = await startEcho()
  const file = writeCassette(upstream, '/a', '/b')
  const children = [await start(file, upstream, '/a2', '/b'), await start(file, upstream, '/a', '/b2')]
  expect(await Promise.all(children.map(heal))).toEqual([0, 0])
  expect(answersIn(file)).toEqual(['live /a2', 'live /b2'])
  expect(readdirSync(dirname(file))).toEqual(['a.yaml'])
}, 60_000)

test('two processes that heal the same request keep both answers', async () => {
  await using upstream = await startEcho()
  const file = writeCassette(upstream, '/a', '/b')
  const children = [await start(file, upstream, '/a', '/b2'), await start(file, upstream, '/a', '/b2')]
  expect(await Promise.all(children.map(heal))).toEqual([0, 0])
  expect(answersIn(file)).toEqual(['recorded /a', 'live /b2', 'live /b2'])
}, 60_000)
