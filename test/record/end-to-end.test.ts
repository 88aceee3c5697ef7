import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const program = fileURLToPath(new URL('stream-chat.ts', import.meta.url))

/** Runs the program in a separate process with the built library. */
async function chat(cassette: string, baseURL: string, variables: Record<string, string> = {}): Promise<unknown> {
  const { CI: _ci, MSW_CASSETTE_MODE: _mode, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, [program, cassette, baseURL], {
    env: { ...env, ...variables },
  })
  return JSON.parse(stdout)
}

const PIECES = ['Hel', 'lo ', 'Olá', '!']
const EVENTS = [
  ...PIECES.map((content) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`),
  'data: [DONE]\n\n',
]

const startModel = (): Promise<LocalServer> =>
  startServer(async (_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    for (const event of EVENTS) {
      response.write(event)
      // Writes that are 10 ms apart are seldom sent together.
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    response.end()
  })

test('the first run records, the next runs replay without a server, and CI reports how to record', async () => {
  const model = await startModel()
  const cassette = join(makeTempFolder(), 'chat.yaml')
  const baseURL = `${model.origin}/v1`

  expect(await chat(cassette, baseURL)).toEqual({ mode: 'once', pieces: PIECES, recorded: 1, chunks: [] })
  await model.close()
  const sizes = parseCassette(readFileSync(cassette)).interactions[0]?.response.chunks?.map(({ size }) => size) ?? []
  expect(sizes.length).toBeGreaterThan(1)
  expect(sizes.reduce((sum, size) => sum + size)).toBe(Buffer.byteLength(EVENTS.join('')))

  for (const variables of [{}, { CI: 'true' }]) {
    expect(await chat(cassette, baseURL, variables)).toMatchObject({ pieces: PIECES, recorded: 0, chunks: [sizes] })
  }

  rmSync(cassette)
  await expect(chat(cassette, baseURL, { CI: 'true' })).rejects.toThrow(
    /CassetteNotFoundError: Failed to open the cassette .*chat\.yaml.*as always in CI.*MSW_CASSETTE_MODE=once/s,
  )
}, 60_000)
