import { join } from 'node:path'
import type { TestInfo } from '@playwright/test'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import { toCassetteUsage } from '../runner/cassette-usage.ts'
import { registerOpenedCassette } from '../runner/opened-cassettes.ts'
import { attachOpened, attachUsage, readAttached } from './attach-usage.ts'

type Attachments = TestInfo['attachments']

const startTest = (): TestInfo =>
  ({ file: join(process.cwd(), 'e2e/a.spec.ts'), attachments: [] as Attachments }) as unknown as TestInfo

async function usage() {
  const session = createSession({ source: buildCassette({}), options: { mode: 'replay' }, saving: 'immediate' })
  await session.fetch('https://api.test/v1/chat')
  await session.close()
  return toCassetteUsage(session, join(process.cwd(), 'e2e/a.yaml'), 'saved')
}

test('the usage of a test is attached under a name that reporters hide, and read from there', async () => {
  const info = startTest()
  attachUsage(info, await usage(), 'passed')
  const [attachment] = info.attachments
  expect({ name: attachment?.name, type: attachment?.contentType }).toEqual({
    name: '_msw-cassette',
    type: 'application/json',
  })
  expect(readAttached(info)).toEqual([
    {
      usage: expect.objectContaining({ file: 'e2e/a.yaml', played: [0], counts: [1], calls: 1, total: 1, recorded: 0 }),
      testFile: 'e2e/a.spec.ts',
      outcome: 'passed',
    },
  ])
})

test('the cassettes that a test opened itself are attached once', () => {
  const info = startTest()
  attachOpened(info)
  expect(info.attachments).toEqual([])
  registerOpenedCassette(join(process.cwd(), 'e2e/b.yaml'))
  attachOpened(info)
  attachOpened(info)
  expect(readAttached(info)).toEqual([{ opened: ['e2e/b.yaml'] }])
})

test('other attachments, and those without content, are ignored', () => {
  const attachments = [
    { name: 'trace', contentType: 'application/zip', body: Buffer.from('{}') },
    { name: '_msw-cassette', contentType: 'application/json', path: '/gone.json' },
  ]
  expect(readAttached({ attachments })).toEqual([])
})
