import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import { relativePath, toCassetteUsage } from './cassette-usage.ts'

const open = (...responses: string[]) =>
  createSession({
    source: buildCassette(...responses.map((response) => ({ response }))),
    options: { mode: 'replay', repeat: 'last', onUnplayed: 'warn' },
    saving: 'deferred',
  })

test('the usage of a test lists what was played, and how often', async () => {
  const session = open('1', '2', '3')
  for (let calls = 0; calls < 4; calls++) await session.fetch(CHAT)
  expect(toCassetteUsage(session, join(process.cwd(), 'a/b.yaml'), 'saved')).toEqual({
    file: 'a/b.yaml',
    played: [0, 1, 2],
    counts: [1, 1, 2],
    calls: 4,
    waiting: 'skipped',
    before: 'found',
    total: 3,
    recorded: 0,
    onUnplayed: 'warn',
  })
})

test('a path is relative only inside the working directory', () => {
  const folder = process.cwd()
  expect([`${folder}/a/b.yaml`, `${folder}-other/b.yaml`, '/elsewhere/b.yaml', 'a\\b.yaml'].map(relativePath)).toEqual([
    'a/b.yaml',
    `${folder}-other/b.yaml`,
    '/elsewhere/b.yaml',
    'a/b.yaml',
  ])
})
