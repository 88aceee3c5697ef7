import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCassette, stringifyCassette } from '../../src/index.ts'
import { buildCassette } from '../build-cassette.ts'
import { makeApp, REGISTER } from './make-app.ts'

const NODE_OPTIONS = REGISTER.join(' ')

/** Requests each of its arguments. */
const CHILD = 'for (const path of process.argv.slice(2)) await (await fetch(process.env.URL + path)).text()'

/** Starts child processes with these arguments simultaneously, in another working directory. */
const forkAll = (...children: string[][]): string => `
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
mkdirSync('deep', { recursive: true })
const start = (args) => once(fork(resolve('child.mjs'), args, { cwd: 'deep' }), 'exit')
await Promise.all(${JSON.stringify(children)}.map(start))
`

/** Runs worker threads simultaneously, each with one path, and terminates them after their request. */
const workAll = (...paths: string[]): string => `
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
await Promise.all(${JSON.stringify(paths)}.map(async (workerData) => {
  const worker = new Worker('./worker.mjs', { workerData })
  await once(worker, 'message')
  await worker.terminate()
}))
`
const WORKER = `
import { parentPort, workerData } from 'node:worker_threads'
parentPort.postMessage(await (await fetch(process.env.URL + workerData)).text())
setInterval(() => {}, 1000)
`

const recorded = (...paths: string[]): string =>
  stringifyCassette(buildCassette(...paths.map((path) => ({ url: `https://api.test${path}`, response: path }))))
const hosts = { MSW_CASSETTE_HOSTS: 'api.test', URL: 'https://api.test' }
const pathsIn = (folder: string): string[] =>
  parseCassette(readFileSync(join(folder, 'app.yaml'), 'utf8')).interactions.map(
    ({ request }) => new URL(request.url).pathname,
  )

test.each([
  ['of NODE_OPTIONS', ['parent.mjs'], { NODE_OPTIONS }],
  ['that fork passes on', [...REGISTER, 'parent.mjs'], {}],
] as const)('child processes in another folder share a cassette, with an option %s', async (_, args, env) => {
  const names = ['/0', '/1', '/2', '/3', '/4', '/5']
  const parent = forkAll(...names.map((name) => [name, `${name}/more`]))
  const { folder, run, server } = await makeApp({ 'parent.mjs': parent, 'child.mjs': CHILD })
  expect(await run(args, env)).toMatchObject({ code: 0, stderr: '  Cassettes  1 recorded\n' })
  expect(pathsIn(folder).sort()).toEqual(names.flatMap((name) => [name, `${name}/more`]))
  expect(existsSync(join(folder, 'deep/app.yaml'))).toBe(false)
  await server.close()
  const report = '  Cassettes  1 replayed\n             12 calls not made\n'
  expect(await run(args, { ...env, CI: 'true' })).toMatchObject({ code: 0, stderr: report })
})

test.each(['msw', 'msw2'] as const)(
  'worker threads share a cassette, even if they are terminated, with %s',
  async (msw) => {
    const names = ['/0', '/1', '/2', '/3']
    const { folder, run, server } = await makeApp({ 'app.mjs': workAll(...names), 'worker.mjs': WORKER }, msw)
    const args = [...REGISTER, 'app.mjs']
    expect(await run(args)).toMatchObject({ code: 0, stderr: '  Cassettes  1 recorded\n' })
    expect(pathsIn(folder).sort()).toEqual(names)
    await server.close()
    expect(await run(args, { CI: 'true' })).toMatchObject({
      code: 0,
      stderr: '  Cassettes  1 replayed\n             4 calls not made\n',
    })
  },
)

test('equal requests of simultaneous processes are neither lost nor unplayed', async () => {
  const { run, server } = await makeApp({ 'parent.mjs': forkAll(['/a'], ['/a'], ['/a']), 'child.mjs': CHILD })
  expect(await run(['parent.mjs'], { NODE_OPTIONS })).toMatchObject({ code: 0 })
  await server.close()
  expect(await run(['parent.mjs'], { NODE_OPTIONS, CI: 'true' })).toMatchObject({
    code: 0,
    stderr: '  Cassettes  1 replayed\n             3 calls not made\n',
  })
})

test('mode record replaces a cassette once for all processes', async () => {
  const { folder, run } = await makeApp({
    'parent.mjs': `${forkAll(['/1'])}\n${forkAll(['/2'], ['/3'])
      .replaceAll(/^import .*$/gm, '')
      .replace('const start', 'const again')
      .replace('map(start)', 'map(again)')}`,
    'child.mjs': CHILD,
    'app.yaml': recorded('/old'),
  })
  expect(await run(['parent.mjs'], { NODE_OPTIONS, MSW_CASSETTE_MODE: 'record' })).toMatchObject({
    code: 0,
    stderr: '  Cassettes  1 updated\n',
  })
  expect(pathsIn(folder).sort()).toEqual(['/1', '/2', '/3'])
})

test('an interaction that no process has played fails the first process, and a mismatch its own process, too', async () => {
  const { run } = await makeApp({
    'parent.mjs': `${forkAll(['/a'], ['/other']).replace('await Promise.all', 'const ends = await Promise.all')}
      console.log(ends.flat())`,
    'child.mjs': CHILD,
    'app.yaml': recorded('/a', '/b'),
  })
  const { code, stdout, stderr } = await run(['parent.mjs'], { NODE_OPTIONS, ...hosts })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '[ 0, null, 1, null ]\n' })
  expect(stderr.match(/\[msw-cassette\] .*/g)).toEqual([
    '[msw-cassette] No recorded interaction matches GET https://api.test/other',
    expect.stringContaining('1 of 2 interactions of app.yaml were never requested:'),
  ])
})

test('a mismatch in a worker thread or in a killed process fails the application', async () => {
  const { run } = await makeApp({
    'app.mjs': workAll('/other'),
    'worker.mjs': WORKER,
    'parent.mjs': forkAll(['/other']),
    'child.mjs': `${CHILD}\nprocess.kill(process.pid, 'SIGKILL')`,
    'app.yaml': recorded('/a'),
  })
  const env = { NODE_OPTIONS, ...hosts, MSW_CASSETTE_VERDICT: 'fail-on-mismatch' }
  for (const file of ['app.mjs', 'parent.mjs'])
    expect(await run([file], env)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^\[msw-cassette\] No recorded interaction matches GET https:\/\/api\.test\/other/),
    })
})

test('a package manager that reads NODE_OPTIONS is left alone', async () => {
  const { run } = await makeApp({ 'npx-cli.js': "console.log('installed')" })
  expect(await run(['npx-cli.js'], { NODE_OPTIONS, CI: 'true' })).toEqual({
    code: 0,
    signal: null,
    stdout: 'installed\n',
    stderr: '',
  })
})
