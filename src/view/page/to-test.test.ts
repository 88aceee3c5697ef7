import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { buildFrames } from '../../../test/build-frames.ts'
import { makeTempFolder } from '../../../test/temp-folder.ts'
import type { Interaction } from '../../cassette.ts'
import { stringifyCassette } from '../../format/stringify-cassette.ts'
import { toViewData } from '../to-view-data.ts'
import type { ViewInteraction } from '../view-data.ts'
import { listEntries } from './entries.ts'
import { toTest } from './to-test.ts'

const bodies = [
  JSON.stringify({ model: 'm', messages: [{ content: 'it\'s "quoted" \u202E $\u007b1 + 1} \\n \n `' }] }),
  '{"model": "with spaces", "seed": 12345678901234567890}',
  '{"__proto__":{"a":1}}',
  "a text, it's not JSON\n",
]

const type = 'application/json'
const exchanges = bodies.flatMap((request) =>
  // Equal requests have several answers.
  [200, 201].map((status) => ({
    method: 'POST',
    url: 'https://api.test/v1/chat',
    request,
    response: '{}',
    status,
    type,
  })),
)

const url = 'wss://api.test/v1/realtime?model=m'
const conversations = buildFrames(
  {
    frames: ['< 1', '> {"type":"ask","it\'s":"\u202E"}', '< 2', '> not JSON\\n', '< 3', '> 5'],
    close: { from: 'client', code: 1000, reason: "it's done" },
    url,
    protocol: 'realtime',
  },
  { frames: ['> {}', '< 1'], close: { from: 'server', code: 4001, reason: 'bye' }, url },
  { frames: ['> null'], url },
)
const [first, ...others] = conversations.interactions
const refused = buildCassette({ url: 'ws://refused.test/', status: 401, response: 'no' })
const sockets = {
  ...conversations,
  interactions: [
    {
      ...first,
      request: { ...first?.request, headers: [['Sec-WebSocket-Protocol', 'realtime, other']] },
    } as Interaction,
    ...others,
    ...refused.interactions,
  ],
}

test('each copied test runs, and gets the recorded answer', async () => {
  const folder = makeTempFolder()
  const files = Object.entries({ 'a.yaml': buildCassette(...exchanges), 'b.yaml': sockets })
  for (const [name, cassette] of files) writeFileSync(join(folder, name), stringifyCassette(cassette))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('node_modules/vitest'), join(folder, 'node_modules/vitest'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/msw-cassette'))
  const shown = files.map(([path, { interactions }]) => ({
    path,
    interactions: interactions.map((interaction, index) => ({ index, interaction, badges: [] })),
  }))
  const data = await toViewData(shown, { readConversation: () => undefined })
  const tests = listEntries(data).map(toTest)
  for (const [index, code] of tests.entries()) writeFileSync(join(folder, `copied-${index}.test.ts`), code)
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--no-isolate', '--maxWorkers=1']
  const output = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(output).toContain('Tests  12 passed (12)')
  expect(tests.join('')).not.toContain('\u202E')
}, 60_000)

test('a body as JavaScript writes it is readable', () => {
  const interaction = { index: 0, method: 'POST', url: 'https://a.test/b', host: 'a.test', path: '/b', status: 200 }
  const content = { text: '{"model":"m"}' }
  const request = { headers: [['Content-Type', type]], body: { type, bytes: 13, content, notes: [] } } as const
  const shown = { ...interaction, statusText: '', words: '', badges: [], request, response: request }
  expect(toTest({ cassette: { path: 'c/d.yaml', interactions: [shown] }, interaction: shown })).toBe(
    `import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test('POST a.test/b', async () => {
  await using session = openCassette('c/d.yaml', { mode: 'replay' })
  const send = () =>
    session.fetch('https://a.test/b', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        "model": "m"
      }),
    })
  const response = await send()
  expect(response.status).toBe(200)
})
`,
  )
})

test('a WebSocket is opened, and frames that the page does not contain are named', () => {
  const body = { type: '', bytes: 0, notes: [] }
  const message = { headers: [['sec-websocket-protocol', 'a, b']], body } as const
  const event = { bytes: 1, from: 0, to: 0 }
  const interaction: ViewInteraction = {
    ...{ index: 1, method: 'GET', url: 'wss://a.test/b', host: 'a.test', path: '/b', status: 101, statusText: '' },
    ...{ words: '', badges: [], request: message, response: message },
    stream: {
      unit: 'frame',
      events: [
        { ...event, peer: 'client', text: '{"type":"ask"}' },
        { ...event, peer: 'client', text: "[2 frames, it's big]", shown: 'in part' },
        { ...event, peer: 'server', text: 'answer' },
      ],
      omitted: 1,
      received: 2,
      close: { from: 'client', code: 1005, reason: '' },
    },
  }
  const interactions = [{ ...interaction, index: 0 }, interaction]
  expect(toTest({ cassette: { path: 'c.yaml', interactions }, interaction })).toBe(
    `import { openCassette } from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test('WebSocket a.test/b', async () => {
  await using session = openCassette('./c.yaml', { mode: 'replay' })
  const connect = () => new session.WebSocket('wss://a.test/b', ['a', 'b'])
  // The cassette has the same connection before.
  connect()
  const socket = connect()
  const messages: unknown[] = []
  const closed = new Promise((resolve) => {
    socket.onopen = () => {
      socket.send(JSON.stringify({
        "type": "ask"
      }))
      // Send the frames here that this page does not contain completely:
      // '[2 frames, it\\'s big]'
      // The frames after these are not here.
    }
    socket.onmessage = ({ data }) => {
      if (messages.push(data) === 2) socket.close()
    }
    socket.onclose = resolve
  })
  await closed
  expect(messages).toHaveLength(2)
  expect(session.mismatches).toEqual([])
})
`,
  )
})
