import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { buildConversation } from '../build-conversation.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const CONVERSATION = {
  frames: [{ from: 'client', at: 2, data: 'hi' }],
  close: { from: 'client', code: 1000, reason: '' },
} as const

const { interactions } = buildCassette({ response: 'hi' }, { status: 0 })
const mixed = { interactions: [...interactions, buildConversation(CONVERSATION)] }

test('reports the WebSockets and the interactions without a response that a format can not store', async () => {
  const folder = makeTempFolder()
  writeFileSync(join(folder, 'a.har'), stringifyCassette(mixed, { format: 'har' }))
  const convert = (format: string, ...more: string[]): ReturnType<typeof runCli> =>
    runCli(folder, 'convert', 'a.har', '--to', format, '--out', format, ...more)
  expect((await convert('har')).stdout).toBe('a.har -> har/a.har\n')
  expect((await convert('go-vcr-2')).stdout).toBe(
    'a.har -> go-vcr-2/a.yaml (without 1 of 3 interactions, which have no response)\n',
  )
  expect((await convert('vcrpy')).stdout).toBe(
    'a.har -> vcrpy/a.yaml (without 1 of 3 interactions, which have no response; without 1 of 3 interactions, which are WebSockets: ' +
      'only go-vcr-2 and har keep them)\n',
  )
  expect(JSON.parse((await convert('vcrpy', '--force', '--json')).stdout).converted).toEqual([
    { path: 'a.har', output: 'vcrpy/a.yaml', lostInteractions: 2, lostWebSockets: 1 },
  ])
  expect(parseCassette(readFileSync(join(folder, 'go-vcr-2/a.yaml'))).interactions.at(-1)?.response.websocket).toEqual(
    CONVERSATION,
  )
  expect(parseCassette(readFileSync(join(folder, 'har/a.har'))).interactions.at(-1)?.response.websocket).toEqual(
    CONVERSATION,
  )
})
