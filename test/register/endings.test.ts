import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringifyCassette } from '../../src/index.ts'
import { buildCassette } from '../build-cassette.ts'
import { ending, makeApp, REGISTER } from './make-app.ts'

const ASK = `const ask = async (path) => (await fetch(process.env.URL + path)).text()\n`
const args = [...REGISTER, 'app.mjs']
const RECORDED = '  Cassettes  1 recorded\n'

/** An HTTP server that sends the requests that it gets to the address in `URL`. */
const SERVER = `
import { createServer } from 'node:http'
${ASK}
createServer(async (request, response) => response.end(await ask(request.url)))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port) })
`

/** A cassette of an application that is never recorded. */
const hosts = { MSW_CASSETTE_HOSTS: 'api.test', URL: 'https://api.test' }
const recorded = (...paths: string[]): string =>
  stringifyCassette(buildCassette(...paths.map((path) => ({ url: `https://api.test${path}`, response: path }))))

test('an application that calls process.exit() is judged, and keeps its exit code', async () => {
  const { run } = await makeApp({ 'app.mjs': `${ASK}await ask('/a'); process.exit(Number(process.env.CODE))` })
  expect(await run(args, { CODE: '0' })).toMatchObject({ code: 0, stderr: RECORDED })
  expect(await run(args, { CODE: '3' })).toMatchObject({ code: 3, stderr: expect.stringContaining('1 replayed') })
})

test('a stream that is under way when the process ends is recorded with an open end', async () => {
  const { folder, run } = await makeApp({
    'app.mjs': `
      const response = await fetch(process.env.URL + '/stream')
      const { value } = await response.body.getReader().read()
      console.log(new TextDecoder().decode(value))
      process.exit()
    `,
  })
  expect(await run(args)).toEqual({ code: 0, signal: null, stdout: 'data: 1\n\n\n', stderr: RECORDED })
  expect(readFileSync(join(folder, 'app.yaml'), 'utf8')).toContain('open_end:')
  expect(await run(args, { CI: 'true' })).toMatchObject({ code: 0, stdout: 'data: 1\n\n\n' })
})

test('a request without a response when the process ends is reported, because it is not recorded', async () => {
  const { run } = await makeApp({
    'app.mjs': "fetch(process.env.URL + '/silent'); setTimeout(() => process.exit(), 200)",
  })
  expect(await run(args)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      '1 request had no response yet when the process ended, and is not recorded into app.yaml',
    ),
  })
})

test('an exception shows its mismatch, and not what the application did not get to request', async () => {
  const { run } = await makeApp({
    'app.mjs': `${ASK}await ask('/other'); throw new Error('no forecast')`,
    'app.yaml': recorded('/a'),
  })
  const { code, stderr } = await run(args, hosts)
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/No recorded interaction matches GET https:\/\/api\.test\/other/),
  })
  expect(stderr).toContain('no forecast')
  expect(stderr).not.toContain('never requested')
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends a server, whose recordings are saved', async (signal) => {
  const { start, folder } = await makeApp({ 'app.mjs': SERVER })
  const visit = async (path: string, env: Record<string, string> = {}) => {
    const child = start(args, env)
    const end = ending(child)
    const [port] = await once(child.stdout, 'data')
    const answer = await (await fetch(`http://127.0.0.1:${Number(port)}${path}`)).text()
    child.kill(signal)
    const { code, signal: killedBy, stderr } = await end
    return { answer, code, killedBy, stderr }
  }
  expect(await visit('/a')).toEqual({ answer: '/a', code: null, killedBy: signal, stderr: RECORDED })
  expect(readFileSync(join(folder, 'app.yaml'), 'utf8')).toContain('/a')
  expect(await visit('/a')).toMatchObject({ answer: '/a', code: null, killedBy: signal })
  expect(await visit('/b')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No recorded interaction matches'),
  })
})

test('an application that handles a signal itself decides how it ends', async () => {
  const { start } = await makeApp({
    'app.mjs': `${SERVER}process.on('SIGTERM', async () => { await ask('/bye'); process.exit(4) })`,
  })
  const child = start(args)
  const end = ending(child)
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await end).toMatchObject({ code: 4, signal: null, stderr: RECORDED })
})

test('the verdict is set by a variable', async () => {
  const { run } = await makeApp({
    'app.mjs': `${ASK}for (const path of process.argv.slice(2)) await ask(path)`,
    'app.yaml': recorded('/a', '/b'),
  })
  const judge = async (verdict: string, ...paths: string[]) => {
    const { code, stderr } = await run([...args, ...paths], { ...hosts, MSW_CASSETTE_VERDICT: verdict })
    const faults = /\[msw-cassette\] (No recorded interaction|\d of \d interactions of app\.yaml were never)/.exec(
      stderr,
    )
    return [code, faults?.[1]]
  }
  const mismatch = 'No recorded interaction'
  expect([
    await judge('', '/a', '/b'),
    await judge('fail', '/a'),
    await judge('fail', '/a', '/c'),
    await judge('fail-on-mismatch', '/a'),
    await judge('fail-on-mismatch', '/a', '/c'),
    await judge('warn', '/a'),
    await judge('warn', '/a', '/c'),
  ]).toEqual([
    [0, undefined],
    [1, '1 of 2 interactions of app.yaml were never'],
    [1, mismatch],
    [0, undefined],
    [1, mismatch],
    [0, '1 of 2 interactions of app.yaml were never'],
    [0, mismatch],
  ])
})

test.each([
  [{ MSW_CASSETTE: '' }, 'the environment variable MSW_CASSETTE is not set. Set it to a path'],
  [{ CI: 'true' }, 'app.yaml: there is no such file (mode: replay, as always in CI)'],
  [{ MSW_CASSETTE_MODE: 'never' }, 'The environment variable MSW_CASSETTE_MODE is "never", and must be one of'],
  [{ MSW_CASSETTE_VERDICT: 'no' }, 'The environment variable MSW_CASSETTE_VERDICT is "no", and must be one of'],
  [{ MSW_CASSETTE_REPEAT: 'no' }, 'The option "repeat" is "no"'],
  [{ MSW_CASSETTE_HOSTS: 'a b' }, 'The option "hosts" is'],
])('a process with %j ends before the application starts', async (env, message) => {
  const { run } = await makeApp({ 'app.mjs': "console.log('started')" })
  const { code, stdout, stderr } = await run(args, env as Record<string, string>)
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
  expect(stderr).toMatch(/^\[msw-cassette\] .+\n$/)
})

test('an application that sends no request fails, because its cassette is not recorded', async () => {
  const { run } = await makeApp({ 'app.mjs': '' })
  expect(await run(args)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Nothing was played from or recorded into app.yaml: the program sent no request'),
  })
  expect(await run(args, { MSW_CASSETTE_VERDICT: 'fail-on-mismatch' })).toMatchObject({ code: 0, stderr: '' })
})
