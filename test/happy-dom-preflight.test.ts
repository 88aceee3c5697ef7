// @vitest-environment happy-dom
import { setupServer } from 'msw/node'
import { listenOptions, openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'

test('if happy-dom sends a CORS preflight, the mismatch explains how to turn it off', async () => {
  const session = openCassette('fixtures/go-vcr-v2/openai-chat.yaml', { mode: 'replay' })
  const server = setupServer(...session.handlers)
  server.listen(listenOptions)
  const answer = fetch('https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  await expect(answer).rejects.toThrow('Cross-Origin')
  expect(session.mismatches.map(({ message }) => message)).toEqual([expect.stringContaining('disableSameOriginPolicy')])
  server.close()
  await session.close()
})
