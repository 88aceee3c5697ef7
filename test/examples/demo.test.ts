import { expect, test } from 'vitest'
import { runNode } from './run-node.ts'

test('the demo records a stream, replays it without its model, shows a mismatch, and plays a cassette of go-vcr', async () => {
  const { exitCode, output } = await runNode('.', ['examples/demo/main.ts'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
  const steps = output.split(/^\d\. /m)
  const words = steps.map((step) => [...step.matchAll(/^ +\d+ ms {2}(".+")$/gm)].map(([, word]) => word))
  const fox = ['"The "', '"quick "', '"brown "', '"fox "', '"jumps."']
  expect(words).toEqual([[], fox, fox, [], ['"Olá"', '"!\\n"']])
  expect(steps[3]).toContain('received  "Tell me about a dog"')
}, 60_000)
