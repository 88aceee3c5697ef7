import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { stringifyCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const CHAT = resolve('fixtures/go-vcr-v2/openai-chat.yaml')
const program = resolve('dist/cli/main.js')

/** A program that asks a model with the SDK of OpenAI, and knows nothing of cassettes. */
const ASK = `
import OpenAI from 'openai'
const { choices } = await new OpenAI({ apiKey: 'unused' }).chat.completions.create({
  model: 'gpt-5-mini',
  messages: [{ role: 'user', content: process.argv[2] }],
})
console.log(choices[0].message.content)
`

function makeProject(): string {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'ask.mjs'), ASK)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

/** Starts a server without a command, and returns the address that it prints. */
async function startServing(
  cwd: string,
  ...args: string[]
): Promise<{ child: ChildProcess; url: string; lines: string[] }> {
  const child = spawn(process.execPath, [program, 'serve', ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout as never })
  reader.on('line', (line) => lines.push(line))
  const [first] = (await once(reader, 'line')) as [string]
  return { child, lines, url: /http:\S+(?=\.)/.exec(first)?.[0] ?? '' }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('a command plays a cassette, and its exit code is that of the program', async () => {
  const folder = makeProject()
  expect(
    await runCli(folder, 'serve', CHAT, '--mode', 'replay', '--', 'node', 'ask.mjs', 'How warm is it in Lisbon?'),
  ).toEqual({
    code: 0,
    stdout: 'It is 21 °C.\n',
    stderr: expect.stringMatching(/^ {2}Cassettes {2}1 replayed\n/),
  })
  expect(await runCli(folder, 'serve', CHAT, '--', 'node', '-e', 'process.exit(7)')).toMatchObject({ code: 7 })
  expect(await runCli(folder, 'serve', CHAT, '--', 'node', '-e', '')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('1 of 1 interactions'),
  })
})

test('a mismatch reaches the program, and fails a command that ignores it', async () => {
  const folder = makeProject()
  const { code, stderr } = await runCli(
    folder,
    'serve',
    CHAT,
    '--mode',
    'replay',
    '--',
    'node',
    'ask.mjs',
    'How warm is it in Porto?',
  )
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('received  "How warm is it in Porto?"') })
  const ignoring = 'fetch(process.env.OPENAI_BASE_URL + "/models").then(() => {})'
  const ignored = await runCli(folder, 'serve', CHAT, '--mode', 'replay', '--', 'node', '-e', ignoring)
  expect(ignored).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No recorded interaction matches GET https://api.openai.com/v1/models'),
  })
})

test("a command that can't be started is a usage error", async () => {
  expect(await runCli(makeProject(), 'serve', CHAT, '--', './missing')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Failed to start ./missing'),
  })
})

test('a command records through another route, and then replays without the provider', async () => {
  const folder = makeProject()
  const upstream = await startServer((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end('{"choices":[{"message":{"content":"recorded"}}]}')
  })
  onTestFinished(() => upstream.close())
  const run = () =>
    runCli(
      folder,
      'serve',
      'new.yaml',
      '--mode',
      'once',
      '--route',
      `openai=${upstream.origin}`,
      '--',
      'node',
      'ask.mjs',
      'hi',
    )
  const reported = (state: string) => expect.stringMatching(new RegExp(`^ {2}Cassettes {2}1 ${state}\\n`))
  expect(await run()).toEqual({ code: 0, stdout: 'recorded\n', stderr: reported('recorded') })
  await upstream.close()
  expect(await run()).toEqual({ code: 0, stdout: 'recorded\n', stderr: reported('replayed') })
  expect(upstream.requests).toBe(1)
})

test('without a command, the server prints the variables of its clients, and ends with Ctrl+C', async () => {
  const { child, url, lines } = await startServing(makeTempFolder(), CHAT, '--mode', 'replay')
  expect(await (await fetch(`${url}/__cassette`)).json()).toMatchObject({ cassettes: [{ cassette: CHAT, played: 0 }] })
  expect(lines.slice(1)).toEqual([
    `export OPENAI_BASE_URL=${url}/openai/v1`,
    `export ANTHROPIC_BASE_URL=${url}/anthropic`,
    `export GOOGLE_GEMINI_BASE_URL=${url}/gemini`,
    `export OPENROUTER_BASE_URL=${url}/openrouter/api/v1`,
    `export GROQ_BASE_URL=${url}/groq`,
    `export CO_API_URL=${url}/cohere`,
    `export TOGETHER_BASE_URL=${url}/together/v1`,
    `export PERPLEXITY_BASE_URL=${url}/perplexity`,
    `export OLLAMA_HOST=${url}/ollama`,
  ])
  expect(await stop(child)).toBe(1)
})

test('a port that is in use is reported', async () => {
  const { url } = await startServing(makeTempFolder(), CHAT, '--mode', 'replay')
  const { port } = new URL(url)
  expect(await runCli(makeTempFolder(), 'serve', CHAT, '--mode', 'replay', '--port', port)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(`Failed to listen on port ${port}: it is in use. Choose another one`),
  })
})

test('--json prints the address and the variables, and excludes a command', async () => {
  const child = spawn(process.execPath, [program, 'serve', CHAT, '--mode', 'replay', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [json] = (await once(child.stdout, 'data')) as [Buffer]
  const { url, variables } = JSON.parse(String(json))
  expect(variables).toMatchObject({ OPENAI_BASE_URL: `${url}/openai/v1` })
  expect((await fetch(`${url}/__cassette`)).status).toBe(200)
  expect(await runCli(makeTempFolder(), 'serve', CHAT, '--json', '--', 'node')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--json and a command exclude each other/),
  })
})

test('Ctrl+C saves what was recorded', async () => {
  const folder = makeTempFolder()
  const upstream = await startServer((_, response) => void response.end('hi'))
  onTestFinished(() => upstream.close())
  const { child, url } = await startServing(folder, 'new.yaml', '--mode', 'once', '--route', `mine=${upstream.origin}`)
  expect(await (await fetch(`${url}/mine/a`)).text()).toBe('hi')
  expect(await stop(child, 'SIGTERM')).toBe(0)
  expect(readFileSync(join(folder, 'new.yaml'), 'utf8')).toContain(`url: ${upstream.origin}/a`)
})

test('parallel tests each name a cassette of a folder, by a header or in the path', async () => {
  const folder = join(makeTempFolder(), 'cassettes')
  mkdirSync(join(folder, 'deep'), { recursive: true })
  const url = 'https://api.openai.com/v1/models'
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(buildCassette({ url, response: 'a' })))
  writeFileSync(
    join(folder, 'deep/b.yaml'),
    stringifyCassette(buildCassette({ url, response: 'b' }, { url: `${url}/only-b`, response: 'only b' })),
  )
  const server = await startServing(folder, '.', '--mode', 'replay', '--repeat', 'last')
  const read = async (path: string, name?: string): Promise<string> =>
    (await fetch(server.url + path, name === undefined ? {} : { headers: { 'x-cassette': name } })).text()
  expect([
    await read('/openai/v1/models', 'a'),
    await read('/openai/v1/models', 'deep/b'),
    await read('/@deep%2Fb/openai/v1/models'),
    await read('/openai/v1/models/only-b'),
  ]).toEqual(['a', 'b', 'b', 'only b'])
  expect(await read('/openai/v1/models', 'a')).toBe('a')
  expect(await read('/openai/v1/models', '../outside')).toContain('The request names the cassette \\"../outside\\"')
  expect(JSON.parse(await read('/@a/__cassette'))).toMatchObject({ cassettes: [{ played: 1 }] })
})

test('a named cassette that does not exist is recorded in the folder', async () => {
  const folder = makeTempFolder()
  mkdirSync(join(folder, 'cassettes'))
  const upstream = await startServer((_, response) => void response.end('hi'))
  onTestFinished(() => upstream.close())
  const { child, url } = await startServing(folder, 'cassettes', '--mode', 'once', '--route', `mine=${upstream.origin}`)
  await (await fetch(`${url}/@new/mine/a`)).text()
  expect(await stop(child)).toBe(0)
  expect(existsSync(join(folder, 'cassettes/new.yaml'))).toBe(true)
})

test.each([
  [[], 'There is no cassette or folder to serve.'],
  [
    ['a.yaml', '--route', 'openai'],
    '--route is "openai", and must be a name and an address: openai=https://api.openai.com.',
  ],
  [['a.yaml', '--port', 'x'], '--port is "x", and must be a port, or 0 for any free one.'],
  [['a.yaml', '--prot', '1'], "Unknown option '--prot'. Did you mean --port?"],
])('refuses the arguments %j', async (args, message) => {
  expect(await runCli(makeTempFolder(), 'serve', ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette serve --help.\n`,
  })
})

test.each([
  [['missing.yaml', '--mode', 'replay'], 'missing.yaml'],
  [[CHAT, '--mode', 'never'], 'The option "mode" is "never"'],
  [[CHAT, '--port', '65536'], 'The option "port" is 65536, and must be a port'],
  [[CHAT, '--host', '1.1.1.1'], 'The option "host" is "1.1.1.1"'],
])('reports what is wrong with %j', async (args, message) => {
  const { code, stderr } = await runCli(makeTempFolder(), 'serve', ...args)
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) })
  expect(stderr).not.toContain('    at ')
})
