import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import { makeTempFolder } from '../../../test/temp-folder.ts'
import { stringifyCassette } from '../../format/stringify-cassette.ts'
import { toViewData } from '../to-view-data.ts'
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

test('each copied test runs, and gets the recorded answer', async () => {
  const folder = makeTempFolder()
  const cassette = buildCassette(...exchanges)
  writeFileSync(join(folder, 'a.yaml'), stringifyCassette(cassette))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('node_modules/vitest'), join(folder, 'node_modules/vitest'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/msw-cassette'))
  const interactions = cassette.interactions.map((interaction, index) => ({ index, interaction, badges: [] }))
  const data = await toViewData([{ path: 'a.yaml', interactions }], { readConversation: () => undefined })
  const tests = listEntries(data).map(toTest)
  for (const [index, code] of tests.entries()) writeFileSync(join(folder, `copied-${index}.test.ts`), code)
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--no-isolate', '--maxWorkers=1']
  const output = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(output).toContain('Tests  8 passed (8)')
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
