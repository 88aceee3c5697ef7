import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Cassette } from '../cassette.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
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

test('the indexes of a healed cassette are those of its new file', async () => {
  vi.stubEnv('CI', '')
  await using upstream = await startServer((request, response) => void response.end(`live ${request.url}`))
  const file = join(makeTempFolder(), 'a.yaml')
  const urls = ['/a', '/b', '/c', '/d'].map((path) => upstream.origin + path)
  writeFileSync(file, stringifyCassette(buildCassette(...urls.map((url) => ({ url })))))
  const session = createSession({
    source: file,
    options: { mode: 'heal', hosts: [upstream.host] },
    saving: 'deferred',
  })
  for (const path of ['/b', '/d', '/e']) await (await session.fetch(upstream.origin + path)).text()
  session.verify()
  await session.close()
  expect(toCassetteUsage(session, file, 'saved')).toMatchObject({
    played: [1, 2],
    counts: [1, 1],
    healed: expect.stringContaining('healed 1 of 4 turns in'),
  })
  const { interactions } = parseCassette(readFileSync(file))
  expect(interactions.map(({ request }) => request.url.replace(upstream.origin, ''))).toEqual(['/e', '/b', '/d'])
  vi.unstubAllEnvs()
})

test('the samples that a test does not play are spare', () => {
  const [first, ...others] = buildCassette({}, {}, {}).interactions
  const interactions = [first, ...others.map((interaction, index) => ({ ...interaction, sample: index + 1 }))]
  const source = { format: 'go-vcr-2', interactions } as Cassette
  const session = createSession({ source, options: { mode: 'replay' }, saving: 'deferred' })
  expect(toCassetteUsage(session, 'a.yaml', 'saved')).toMatchObject({ total: 3, spare: [1, 2] })
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
