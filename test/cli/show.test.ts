import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Cassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../build-cassette.ts'
import { installPackages } from '../examples/install-example.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const fixture = (name: string): string => resolve('fixtures', name)

function write(cassette: Cassette): string {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(cassette))
  return folder
}

/** A request and an answer of OpenAI's chat. */
function chat(messages: readonly unknown[], message: unknown, more: object = {}) {
  return {
    method: 'POST',
    url: 'https://api.openai.com/v1/chat/completions',
    request: JSON.stringify({ model: 'gpt-5-mini', messages }),
    response: JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model: 'gpt-5-mini',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      ...more,
    }),
    type: 'application/json',
  }
}

test.each(['', '--plain', '--raw'])('shows all fixtures as text%s', async (option) => {
  const files = globSync('fixtures/*/*.{yaml,yml,json,har,gz}').sort()
  const { code, stdout, stderr } = await runCli('.', 'show', ...files, ...(option ? [option] : []))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(stdout).toMatchFileSnapshot(`golden/show${option}.txt`)
})

test('shows the times, the tokens and the calls of tools with their results', async () => {
  const call = (id: string, city: string) => ({
    id,
    type: 'function',
    function: { name: 'weather', arguments: JSON.stringify({ city }) },
  })
  const history = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Lisbon and Porto?' },
  ]
  const calls = { role: 'assistant', content: null, tool_calls: [call('a', 'Lisbon'), call('b', 'Porto')] }
  const results = [
    { role: 'tool', tool_call_id: 'b', content: '18 °C' },
    { role: 'tool', tool_call_id: 'a', content: '21 °C' },
  ]
  const usage = { prompt_tokens: 30, completion_tokens: 9, total_tokens: 39 }
  const folder = write(
    buildCassette(
      { ...chat(history, calls), duration: 412 },
      chat([...history, calls, ...results], { role: 'assistant', content: '21 and 18 °C.' }, { usage }),
    ),
  )
  expect(await runCli(folder, 'show', 'a.yaml')).toEqual({
    code: 0,
    stderr: '',
    stdout: `#0 POST api.openai.com/v1/chat/completions gpt-5-mini 200 412 ms
  system     Be brief.
  user       Lisbon and Porto?
  answer     → weather {"city":"Lisbon"}
             → weather {"city":"Porto"}
  finish     stop

#1 POST api.openai.com/v1/chat/completions gpt-5-mini 200 39 tokens
  …          2 messages as in #0
  assistant  → weather {"city":"Lisbon"}
             ← 21 °C
             → weather {"city":"Porto"}
             ← 18 °C
  answer     21 and 18 °C.
  finish     stop
  tokens     30 in, 9 out
`,
  })
})

test('selects an interaction, and reports one that does not exist', async () => {
  const file = fixture('go-vcr-v2/openai-rate-limit-then-chat.yaml')
  const { stdout } = await runCli('.', 'show', `${file}#1`)
  expect(stdout).toMatch(/^#1 POST .+\n {2}user {7}How warm/)
  expect(await runCli('.', 'show', `${file}#2`)).toEqual({
    code: 1,
    stdout: '',
    stderr: `Failed to show ${file}: there is no #2: the cassette has 2 interactions, counted from #0.\n`,
  })
})

test('shows the cassettes that it can read, and reports the others', async () => {
  const folder = write(buildCassette({ response: 'hi', type: 'text/plain' }))
  writeFileSync(join(folder, 'b.yaml'), 'version: 2\ninteractions: [\n')
  const { code, stdout, stderr } = await runCli(folder, 'show', '*.yaml', 'absent.yaml')
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: 'a.yaml\n#0 GET api.test/v1/chat 200\n  response   hi\n',
  })
  expect(stderr).toContain('Failed to read the cassette b.yaml:')
  expect(stderr).toContain('Failed to open absent.yaml: there is no such file or folder.\n')
})

test('--json prints the conversation, and with --raw the events and their times', async () => {
  const file = fixture('go-vcr-v2/openai-chat-tools-streaming.yaml')
  const { code, stdout } = await runCli('.', 'show', file, '--json', '--raw')
  const { cassettes, failures } = JSON.parse(stdout)
  expect({ code, failures }).toEqual({ code: 0, failures: [] })
  const [interaction] = cassettes[0].interactions
  expect(interaction).toMatchObject({
    index: 0,
    method: 'POST',
    url: 'https://api.openai.com/v1/chat/completions',
    model: 'gpt-5-mini',
    status: 200,
    line: 4,
    recordedAt: '2026-11-24T08:43:24.095Z',
    request: { type: 'application/json', bytes: 234 },
    conversation: { protocol: 'openai-chat', answers: [{ finishReason: 'tool_calls' }] },
  })
  expect(interaction.events.at(-1)).toEqual({ time: expect.any(Number), data: '[DONE]' })
  expect(interaction.firstEvent).toBe(interaction.events[0].time)
  expect(interaction.total).toBe(interaction.events.at(-1).time)
})

test('plain text is the same after a new recording with the same content', async () => {
  const exchange = (id: string, duration: number) => ({
    ...chat([{ role: 'user', content: 'Hi. How are you?' }], { role: 'assistant', content: 'Fine!' }, { id }),
    duration,
  })
  const before = await runCli(write(buildCassette(exchange('x', 12))), 'show', 'a.yaml', '--plain')
  const after = await runCli(write(buildCassette(exchange('y', 812))), 'show', 'a.yaml', '--plain')
  expect(before).toEqual(after)
  expect(before.stdout).toBe(`POST api.openai.com/v1/chat/completions gpt-5-mini 200
  user       Hi.
             How are you?
  answer     Fine!
  finish     stop
`)
})

test('plain text of a file that is not a cassette is the file', async () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'notes.yaml'), 'no cassette\n<<<<<<< ours\n')
  expect(await runCli(folder, 'show', 'notes.yaml', '--plain')).toEqual({
    code: 0,
    stdout: 'no cassette\n<<<<<<< ours\n\n',
    stderr: '',
  })
  expect(await runCli(folder, 'show', 'absent.yaml', '--plain')).toMatchObject({ code: 1, stdout: '' })
  const file = fixture('go-vcr-v2/openai-chat.yaml')
  expect(await runCli(folder, 'show', `${file}#9`, '--plain')).toMatchObject({ code: 1, stdout: '' })
})

test('shows a file in a revision of git', async () => {
  const folder = makeTempFolder()
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@test', ...args], {
      cwd: folder,
      stdio: 'ignore',
    })
  mkdirSync(join(folder, 'sub'))
  copyFileSync(fixture('go-vcr-v2/openai-chat.yaml'), join(folder, 'sub/a.yaml'))
  git('init')
  git('add', '.')
  git('commit', '-m', 'a')
  writeFileSync(join(folder, 'sub/a.yaml'), 'changed')
  const expected = await runCli('.', 'show', fixture('go-vcr-v2/openai-chat.yaml'))
  expect(await runCli(folder, 'show', 'HEAD:sub/a.yaml')).toEqual(expected)
  expect(await runCli(join(folder, 'sub'), 'show', 'HEAD:./a.yaml#0')).toEqual(expected)
  expect(await runCli(join(folder, 'sub'), 'show', 'HEAD:a.yaml')).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^Failed to show HEAD:a\.yaml: git reports .+ begins with \.\/, as in HEAD:\.\/a\.yaml\.\n$/,
    ),
  })
})

test('a body can neither control the terminal nor change the direction of its text', async () => {
  const hostile = '\u001b]8;;https://evil.test\u0007x\u001b]8;;\u0007\u001b[2J\u009b31m\u202e\u2066\r\b'
  const message = { role: 'assistant', content: hostile }
  const folder = write(
    buildCassette(
      { ...chat([{ role: 'user', content: hostile }], message, { model: hostile }) },
      { url: 'https://api.test/x', response: hostile, type: 'text/plain' },
    ),
  )
  for (const option of [[], ['--plain'], ['--raw'], ['--json']]) {
    const { code, stdout } = await runCli(folder, 'show', 'a.yaml', ...option)
    expect(code).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(stdout).toContain('https://evil.test')
  }
})

test.each([
  [[], 'There is no cassette to show.'],
  [[''], 'The name of a cassette is empty.'],
  [['a.yaml', '--plain', '--raw'], '--plain and --raw exclude each other: choose one.'],
  [['a.yaml', '--plian'], "Unknown option '--plian'. Did you mean --plain?"],
])('refuses the arguments %j', async (args, message) => {
  expect(await runCli(makeTempFolder(), 'show', ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee msw-cassette show --help.\n`,
  })
})

test('colours are used only if they are requested', async () => {
  const file = fixture('go-vcr-v2/openai-chat.yaml')
  const plain = await runCli('.', 'show', file)
  process.env.FORCE_COLOR = '1'
  const { stdout } = await runCli('.', 'show', file)
  delete process.env.FORCE_COLOR
  expect(stdout).toContain('\u001b[2m#0\u001b[22m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
  expect(stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout)
})

test('--prices adds costs of a list to those that are recorded, and unknown ones stay unknown', async () => {
  const folder = makeTempFolder()
  const chat = (url: string): Exchange => ({
    method: 'POST',
    url,
    request: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'hi' }] }),
    response: JSON.stringify({
      object: 'chat.completion',
      model: 'gpt-4o-mini',
      choices: [{ index: 0, message: { role: 'assistant', content: 'hello' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1_000_000, completion_tokens: 0 },
    }),
    type: 'application/json',
    headers: [['Date', 'Sat, 01 Nov 2025 10:00:00 GMT']],
  })
  const known = chat('https://api.openai.com/v1/chat/completions')
  const unknown = chat('https://gateway.test/v1/chat/completions')
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(buildCassette(known, unknown)))
  const rows = async (...options: string[]) =>
    (await runCli(folder, 'show', 'a.yaml', ...options)).stdout
      .split('\n')
      .filter((line) => line.includes('1000000 in'))
  expect(await rows()).toEqual(['  tokens     1000000 in, 0 out', '  tokens     1000000 in, 0 out'])
  expect(await rows('--prices')).toEqual(['  tokens     1000000 in, 0 out, $0.15', '  tokens     1000000 in, 0 out'])
})

test('--prices names the package that it needs', () => {
  const project = makeTempFolder()
  installPackages(project, ['msw-cassette'])
  const program = join(project, 'node_modules/msw-cassette/dist/cli/main.js')
  const { status, stderr } = spawnSync(process.execPath, [program, 'show', 'a.yaml', '--prices'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      '--prices needs the package @pydantic/genai-prices. Install it: npm install --save-dev @pydantic/genai-prices\n' +
      'See msw-cassette show --help.\n',
  })
})
