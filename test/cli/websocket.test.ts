import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Interaction, stringifyCassette, type WebSocketConversation } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildConversation } from '../build-conversation.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const silence = btoa('\0'.repeat(48_000))

/** A cassette of one conversation in each file. */
function write(files: Readonly<Record<string, Interaction>>): string {
  const folder = makeTempFolder()
  for (const [name, interaction] of Object.entries(files))
    writeFileSync(join(folder, name), stringifyCassette({ interactions: [interaction] }))
  return folder
}

const CHAT: WebSocketConversation = {
  frames: [
    { from: 'client', at: 12.4, data: '{"op":"subscribe"}' },
    { from: 'server', at: 40, data: Uint8Array.of(1, 255) },
    { from: 'server', at: 41, data: JSON.stringify({ op: 'sound', data: silence }) },
    { from: 'server', at: 1300, data: JSON.stringify({ op: 'sound', data: silence }) },
  ],
  close: { from: 'server', code: 1001, reason: 'bye' },
}

test('show writes the frames of an unknown protocol in two lanes with times, and a sound as one line', async () => {
  const folder = write({ 'a.yaml': buildConversation(CHAT) })
  expect(await runCli(folder, 'show', 'a.yaml')).toEqual({
    code: 0,
    stderr: '',
    stdout: `#0 GET wss://api.test/v1/realtime?model=m 101 4 frames, 1.30 s, first event 40 ms
  → 12 ms    {"op":"subscribe"}
  ← 40 ms    [2 bytes]
  ← 41 ms    {"op":"sound","data":"[2 frames, 96.0 kB]"}
  close      closed by the server with 1001: bye
`,
  })
  expect((await runCli(folder, 'show', 'a.yaml', '--plain')).stdout).toBe(`GET wss://api.test/v1/realtime?model=m 101
  →          {"op":"subscribe"}
  ←          [2 bytes]
  ←          {"op":"sound","data":"[2 frames, 96.0 kB]"}
  close      closed by the server with 1001: bye
`)
})

test('list counts WebSockets and their frames', async () => {
  const folder = write({ 'a.yaml': buildConversation(CHAT) })
  expect((await runCli(folder, 'list', '.')).stdout).toMatch(
    /^a\.yaml {2}go-vcr-2 {2}1 interaction, 1 WebSocket, 4 frames {2}no date {2}/,
  )
  const { cassettes } = JSON.parse((await runCli(folder, 'list', '.', '--json')).stdout)
  expect(cassettes).toMatchObject([{ interactions: 1, webSockets: { connections: 1, frames: 4 } }])
})

test('show --raw writes every frame as it is recorded, and --json contains them', async () => {
  const folder = write({ 'a.yaml': buildConversation(CHAT) })
  const lines = (await runCli(folder, 'show', 'a.yaml', '--raw')).stdout.split('\n')
  expect(lines.slice(1)).toEqual([
    '  →    12 ms {"op":"subscribe"}',
    '  ←    40 ms [2 bytes]',
    `  ←    41 ms {"op":"sound","data":"${silence}"}`,
    `  ←   1.30 s {"op":"sound","data":"${silence}"}`,
    '  closed by the server with 1001: bye',
    '',
  ])
  const { stdout } = await runCli(folder, 'show', 'a.yaml', '--raw', '--json')
  const [shown] = JSON.parse(stdout).cassettes[0].interactions
  expect(shown).toMatchObject({ status: 101, frames: 4, total: 1300, firstEvent: 40 })
  expect(shown.websocket.close).toEqual(CHAT.close)
  expect(shown.websocket.frames.slice(0, 2)).toEqual([
    { from: 'client', at: 12.4, text: '{"op":"subscribe"}' },
    { from: 'server', at: 40, base64: 'Af8=' },
  ])
})

test('show writes Realtime as a conversation, with sounds as seconds and bytes', async () => {
  const frames = [
    ['server', { type: 'session.created', session: { model: 'gpt-realtime', instructions: 'Be brief.' } }],
    ['client', { type: 'input_audio_buffer.append', audio: silence }],
    ['client', { type: 'input_audio_buffer.append', audio: silence }],
    ['server', { type: 'input_audio_buffer.committed', item_id: 'i' }],
    ['server', { type: 'response.output_audio.delta', response_id: 'r', delta: silence }],
    [
      'server',
      {
        type: 'response.done',
        response: {
          id: 'r',
          object: 'realtime.response',
          status: 'completed',
          output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_audio', transcript: 'Hello.' }] }],
          usage: { input_tokens: 7, output_tokens: 3 },
        },
      },
    ],
  ] as const
  const conversation = buildConversation({
    frames: frames.map(([from, json], at) => ({ from, at, data: JSON.stringify(json) })),
  })
  const folder = write({ 'a.yaml': conversation })
  expect(
    (await runCli(folder, 'show', 'a.yaml')).stdout,
  ).toBe(`#0 GET wss://api.test/v1/realtime?model=m gpt-realtime 101 6 frames, 5 ms, first event 0 ms, 10 tokens
  system     Be brief.
  user       [audio/pcm, 96.0 kB, 2.00 s]
  answer     [audio/pcm, 48.0 kB, 1.00 s]
             Hello.
  finish     completed
  tokens     7 in, 3 out
  close      the connection was open when the recording ended
`)
  expect((await runCli(folder, 'list', 'a.yaml')).stdout).toMatch(
    / 1 interaction, 1 WebSocket, 6 frames .*api\.test gpt-realtime\n$/,
  )
})

test('the page of the docs shows a real recording', async () => {
  const command = 'show fixtures/go-vcr-v2/openai-realtime.yaml'
  const { stdout } = await runCli('.', ...command.split(' '))
  expect(readFileSync('docs/websocket.md', 'utf8')).toContain(
    `npx msw-cassette ${command}\n\`\`\`\n\n\`\`\`text\n${stdout}\`\`\`\n`,
  )
})

test('frames and reasons can not send escapes to the terminal', async () => {
  const sequence = '\u001b]0;owned\u0007\u009b31m'
  const hostile = buildConversation({
    frames: [
      { from: 'server', at: 0, data: sequence },
      { from: 'client', at: 1, data: new TextEncoder().encode(`{"a":"${sequence}"}\r\n${sequence}`) },
    ],
    close: { from: 'server', code: 1000, reason: sequence },
  })
  const folder = write({ 'a.yaml': hostile, 'b.yaml': buildConversation(CHAT) })
  for (const args of [
    ['show', 'a.yaml'],
    ['show', 'a.yaml', '--raw'],
    ['show', 'a.yaml', '--plain'],
    ['diff', 'b.yaml', 'a.yaml'],
  ]) {
    const { stdout, stderr } = await runCli(folder, ...args)
    expect(stdout).toContain('owned')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  }
})

test('diff compares the frames of an unknown protocol, and how the connection closed', async () => {
  const [first, ...rest] = CHAT.frames
  const changed = { frames: [{ ...first, from: 'client', at: 13, data: '{"op":"other"}' } as const, ...rest] }
  const folder = write({ 'a.yaml': buildConversation(CHAT), 'b.yaml': buildConversation(changed) })
  const { stdout, stderr } = await runCli(folder, 'diff', 'a.yaml', 'b.yaml', '--format', 'json')
  expect(stderr).toBe('')
  expect(JSON.parse(stdout).interactions).toEqual([
    expect.objectContaining({
      verdict: 'structural',
      changes: [
        {
          aspect: 'frames',
          kind: 'wording',
          a: expect.stringContaining('client {"op":"subscribe"}\nserver [2 bytes]\n'),
          b: expect.stringContaining('client {"op":"other"}\nserver [2 bytes]\n'),
        },
        { aspect: 'close', kind: 'structural', a: 'server 1001 bye', b: '(open)' },
      ],
    }),
  ])
})
