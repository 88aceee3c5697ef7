import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

test('abandoned streams do not keep the process alive', async () => {
  const program = fileURLToPath(new URL('abandon-streams.ts', import.meta.url))
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  const [stdout, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect({ stdout, code, signal }).toEqual({ stdout: 'left\n', code: 0, signal: null })
})
