import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeVitestProject, REPLAY_TEST } from './examples/make-vitest-project.ts'
import { startServer } from './start-server.ts'

test('in watch mode, editing a cassette reruns only the test file that uses it, and recording reruns nothing', async () => {
  await using upstream = await startServer((_request, response) => void response.end(String(Math.random())))
  const folder = makeVitestProject(
    {
      'x.test.ts': REPLAY_TEST,
      'y.test.ts': REPLAY_TEST,
      'z.test.ts': `test('a', { meta: { cassette: { hosts: ['${upstream.host}'], mode: 'record' } } }, async () => { await fetch('${upstream.origin}/a') })`,
    },
    { 'x.test.ts/a': 1, 'y.test.ts/a': 1 },
  )
  const { PATH = '', HOME = '' } = process.env
  const program = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [program, '--watch', '--reporter=verbose'], {
    cwd: folder,
    env: { PATH, HOME, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  try {
    let output = ''
    child.stdout.on('data', (text) => {
      output += text
    })
    const runs = (): number => output.split('Duration').length - 1
    await expect.poll(runs, { timeout: 20_000 }).toBe(1)
    // Long enough for the watcher to notice the new recording.
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect({ runs: runs(), requests: upstream.requests }).toEqual({ runs: 1, requests: 1 })
    output = ''
    const cassette = join(folder, 'src/__cassettes__/x.test.ts/a.yaml')
    const text = readFileSync(cassette, 'utf8')
    writeFileSync(cassette, text.replace(/body: hi\b/, 'body: ho'))
    await expect.poll(runs, { timeout: 20_000 }).toBe(1)
    expect(output).toContain("expected 'ho' to be 'hi'")
    expect(output).not.toMatch(/[yz]\.test\.ts/)
    output = ''
    writeFileSync(cassette, 'version: [')
    await expect.poll(runs, { timeout: 20_000 }).toBe(1)
    output = ''
    // The same text as before the broken one. It still has to be read again.
    writeFileSync(cassette, text)
    await expect.poll(runs, { timeout: 20_000 }).toBe(1)
    expect(output).toContain('✓ src/x.test.ts > a')
  } finally {
    child.kill()
  }
}, 90_000)
