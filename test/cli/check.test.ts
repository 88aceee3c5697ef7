import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import { stringifyCassette } from '../../src/format/stringify-cassette.ts'
import type { Interaction } from '../../src/index.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { program, runCli } from './run-cli.ts'

const encode = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value)
const ANSWER = {
  id: 'x',
  choices: [{ index: 0, message: { role: 'assistant', content: 'hi' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
}

function chat(url = 'https://api.openai.com/v1/chat/completions', status = 200): Interaction {
  const headers: [string, string][] = [['Content-Type', 'application/json']]
  return {
    request: {
      method: 'POST',
      url,
      headers,
      body: encode('{"model":"gpt-5-mini","messages":[{"role":"user","content":"hi"}]}'),
    },
    response: { status, statusText: '', headers, body: encode(JSON.stringify(ANSWER)) },
  }
}

/** A provider in this process, and the requests that it received. */
async function startProvider(answer: unknown, status = 200) {
  const received: { url: string | undefined; authorization: string | undefined; body: string }[] = []
  const server = createServer(async (request: IncomingMessage, response) => {
    received.push({ url: request.url, authorization: request.headers.authorization, body: await text(request) })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => server.close()
  return { received, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

let stop = (): unknown => undefined

afterEach(() => {
  stop()
  vi.unstubAllEnvs()
})

function makeCassette(...interactions: Interaction[]): string {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette({ interactions }))
  return folder
}

test('sends a recorded request with the key of the environment, and writes nothing', async () => {
  const { received, origin } = await startProvider({ ...ANSWER, id: 'another', service_tier: 'default' })
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const folder = makeCassette(chat())
  const before = readFileSync(join(folder, 'a.yaml'), 'utf8')
  expect(await runCli(folder, 'check', 'a.yaml', '--origin', origin, '--yes')).toEqual({
    code: 0,
    stdout:
      `Sends 1 request to ${origin.slice(7)}. Expected tokens: 7. Expected cost: unknown.\n` +
      'a.yaml #0 info $.service_tier is new: string\n1 request sent, 1 answered differently.\n',
    stderr: '',
  })
  expect(received).toEqual([
    {
      url: '/v1/chat/completions',
      authorization: 'Bearer the-key',
      body: '{"model":"gpt-5-mini","messages":[{"role":"user","content":"hi"}]}',
    },
  ])
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(before)
})

test('a request with samples is sent once', async () => {
  const { received, origin } = await startProvider(ANSWER)
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const folder = makeCassette(chat(), { ...chat(), sample: 1 }, { ...chat(), sample: 2 })
  expect(await runCli(folder, 'check', 'a.yaml', '--origin', origin, '--yes')).toMatchObject({ code: 0 })
  expect(received).toHaveLength(1)
})

test('a refusal is an error, and an annotation with the line of the interaction', async () => {
  const { origin } = await startProvider({ error: { message: 'no' } }, 404)
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  expect(await runCli(makeCassette(chat()), 'check', '.', '--origin', origin, '--yes', '--format', 'github')).toEqual({
    code: 1,
    stdout:
      '::error file=a.yaml,line=4,title=#0 has drifted::the status is 404, and was 200\n1 request sent, 1 answered differently.\n',
    stderr: `Sends 1 request to ${origin.slice(7)}. Expected tokens: 7. Expected cost: unknown.\n`,
  })
})

test('sends nothing without consent, without a key, or to a host that only looks like a provider', async () => {
  const { received, origin } = await startProvider(ANSWER)
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const folder = makeCassette(chat())
  expect(await runCli(folder, 'check', 'a.yaml', '--origin', origin)).toMatchObject({
    code: 2,
    stderr: 'Requests cost money. To send them, add --yes.\nSee msw-cassette check --help.\n',
  })
  vi.stubEnv('OPENAI_API_KEY', '')
  expect(await runCli(folder, 'check', 'a.yaml', '--origin', origin, '--yes')).toMatchObject({
    code: 1,
    stdout:
      'There is no request that can be sent.\na.yaml #0 was not sent: OPENAI_API_KEY is not set\n0 requests sent, 0 answered differently.\n',
  })
  expect(received).toEqual([])
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const others = makeCassette(chat('http://api.openai.com/v1/x'), chat('https://api.openai.com.evil.test/v1/x'))
  await runCli(others, 'check', 'a.yaml', '--origin', origin, '--yes')
  expect(received.map(({ authorization }) => authorization)).toEqual([undefined, undefined])
})

test('sends neither what changes data nor what failed, and as many as --sample names', async () => {
  const { received, origin } = await startProvider(ANSWER)
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const { request, response } = chat()
  const removal = {
    request: { ...request, method: 'DELETE', body: encode('') },
    response: { ...response, body: encode('{}') },
  }
  const many = Array.from({ length: 4 }, (_, index) => chat(`https://api.openai.com/v1/chat/completions?n=${index}`))
  const folder = makeCassette(removal, chat(undefined, 429), ...many)
  await runCli(folder, 'check', 'a.yaml', '--origin', origin, '--yes', '--sample', '2')
  expect(received.map(({ url }) => url)).toEqual(['/v1/chat/completions?n=0', '/v1/chat/completions?n=2'])
})

test('a header of the user gets values of the environment, and goes to one host only', async () => {
  const { received, origin } = await startProvider(ANSWER)
  vi.stubEnv('MY_KEY', 'mine')
  const header = ['--header', 'Authorization: Token $MY_KEY', '--yes']
  const folder = makeCassette(chat('https://a.test/v1/chat'), chat('https://b.test/v1/chat'))
  expect(await runCli(folder, 'check', 'a.yaml', ...header)).toMatchObject({
    code: 2,
    stderr:
      '--header would be sent to a.test, b.test. Name the cassettes of one host, or --origin.\nSee msw-cassette check --help.\n',
  })
  await runCli(folder, 'check', 'a.yaml', ...header, '--origin', origin)
  expect(received.map(({ authorization }) => authorization)).toEqual(['Token mine', 'Token mine'])
})

test.each([
  [[], 'There is no file or folder to check.'],
  [['a.yaml', '--sample', '0'], '--sample is "0", and must be a number of requests.'],
  [['a.yaml', '--origin', 'x'], '--origin is "x", and must be an origin such as http://127.0.0.1:8080.'],
  [['a.yaml', '--header', 'x'], "--header must be a name and a value, such as 'Authorization: Bearer $MY_KEY'."],
  [['a.yaml', '--header', 'A: $NO_SUCH'], '--header A names the variable NO_SUCH, which is not set.'],
])('refuses the arguments %j', async (args, message) => {
  const { code, stderr } = await runCli(makeTempFolder(), 'check', ...args)
  expect({ code, stderr: stderr.split('\n')[0] }).toEqual({ code: 2, stderr: message })
})

/** Answers the prompt as a user at a terminal does. `script` of util-linux creates the terminal. */
async function answerPrompt(folder: string, origin: string, answer: string): Promise<string> {
  const command = [process.execPath, program, 'check', 'a.yaml', '--origin', origin].join(' ')
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { cwd: folder })
  let output = ''
  child.stdout.on('data', (data: Buffer) => {
    const before = output
    output += data
    if (output.includes('[y/N] ') && !before.includes('[y/N] ')) child.stdin.write(`${answer}\n`)
  })
  const [code] = await once(child, 'close')
  return `${code} ${output.replaceAll('\r', '')}`
}

const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false

test.skipIf(!hasScript)('asks on a terminal, and sends only after a yes', { timeout: 30_000 }, async () => {
  const { received, origin } = await startProvider(ANSWER)
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const folder = makeCassette(chat())
  for (const answer of ['', 'n', 'yess'])
    expect(await answerPrompt(folder, origin, answer)).toMatch(/^2 [\s\S]*Nothing was sent\./)
  expect(received).toEqual([])
  expect(await answerPrompt(folder, origin, 'y')).toMatch(/^0 [\s\S]*1 request sent, 0 answered differently\./)
  expect(received).toHaveLength(1)
})

test('--prices expects the cost of a list, at the prices of today', async () => {
  const { origin } = await startProvider(ANSWER)
  vi.stubEnv('OPENAI_API_KEY', 'the-key')
  const { stdout } = await runCli(makeCassette(chat()), 'check', 'a.yaml', '--origin', origin, '--yes', '--prices')
  expect(stdout).toMatch(/Expected tokens: 7\. Expected cost: \$0\.0000\d+\.\n/)
})
