import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { resolveConfig } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { healCommand, openCommand, saveCommand } from './main-commands.ts'
import type { OpenCommand } from './page-commands.ts'
import type { PageProject } from './page-file.ts'

afterEach(() => vi.unstubAllEnvs())

async function makeProject(update: 'all' | 'new' = 'new'): Promise<{ project: PageProject; root: string }> {
  vi.stubEnv('CI', '')
  vi.stubEnv('MSW_CASSETTE_MODE', '')
  vi.stubEnv('MSW_CASSETTE_RUN_FOLDER', makeTempFolder())
  const root = realpathSync(makeTempFolder())
  mkdirSync(join(root, 'c'))
  writeFileSync(join(root, 'package.json'), '{}')
  const config = { root, api: { allowWrite: true }, browser: {} }
  const vitest = { config, snapshot: { options: { updateSnapshot: update } } }
  const vite = { config: await resolveConfig({ root, configFile: false }, 'serve') }
  return { project: { config, vite, vitest } as unknown as PageProject, root }
}

const request = (file: string): OpenCommand => ({ file, naming: 'by-name', ifMissing: 'throw' })
const one = stringifyCassette(buildCassette({ url: 'https://api.test/a', response: 'one' }))
const two = stringifyCassette(buildCassette({ url: 'https://api.test/b', response: 'two' }))

test('an existing cassette comes with its text, and the environment of this process chooses the mode', async () => {
  const { project, root } = await makeProject()
  writeFileSync(join(root, 'c/a.yaml'), one)
  const found = { path: join(root, 'c/a.yaml'), file: join(root, 'c/a.yaml'), presence: 'found', text: one }
  const strict = { policy: { matched: 'replay', unmatched: 'mismatch' }, unplayed: 'report' }
  expect(await openCommand(project, request('c/a.yaml'))).toEqual({ value: { ...found, ...strict, mode: 'once' } })
  vi.stubEnv('CI', 'true')
  expect(await openCommand(project, request('c/a.yaml'))).toEqual({ value: { ...found, ...strict, mode: 'replay' } })
  vi.stubEnv('MSW_CASSETTE_MODE', 'record')
  const { text, ...rest } = found
  expect(await openCommand(project, request('c/a.yaml'))).toEqual({
    value: {
      ...rest,
      presence: 'missing',
      replaces: text,
      policy: { matched: 'record', unmatched: 'record' },
      unplayed: 'report',
      mode: 'record',
    },
  })
})

test('a compressed cassette is sent as text', async () => {
  const { project, root } = await makeProject()
  writeFileSync(join(root, 'c/a.yaml.gz'), gzipSync(one))
  expect(await openCommand(project, request('c/a.yaml.gz'))).toMatchObject({ value: { text: one } })
})

test('errors are results: a missing cassette in CI, a broken one, and an expired one', async () => {
  const { project, root } = await makeProject()
  writeFileSync(join(root, 'c/broken.yaml'), '---\nversion: 2\ninteractions: {')
  const { interactions } = buildCassette({ url: 'https://api.test/a', response: 'one' })
  const recorded = interactions.map((each) => ({ ...each, recordedAt: new Date('2020-01-01') }))
  writeFileSync(join(root, 'c/old.yaml'), stringifyCassette({ interactions: recorded }))
  vi.stubEnv('CI', 'true')
  const missing = await openCommand(project, request('c/none.yaml'))
  const broken = await openCommand(project, request('c/broken.yaml'))
  const old = [
    await openCommand(project, { ...request('c/old.yaml'), expires: '30d', onExpired: 'error' }),
    await openCommand(project, { ...request('c/old.yaml'), expires: '2021-01-01T00:00:00.000Z', onExpired: 'error' }),
  ]
  const errorOf = (name: string, message: RegExp): object => ({
    error: { name, code: expect.stringMatching(/^cassette_/), message: expect.stringMatching(message) },
  })
  expect([missing, broken, ...old]).toEqual([
    errorOf('CassetteNotFoundError', /as always in CI/),
    errorOf('CassetteParseError', /broken\.yaml:3:16: /),
    errorOf('CassetteExpiredError', /older than 30d/),
    errorOf('CassetteExpiredError', /from before 2021-01-01/),
  ])
})

test('recordings are added to the file, or replace the content that was found', async () => {
  const { project, root } = await makeProject()
  const file = join(root, 'c/new/a.yaml')
  const save = (recorded: string, replaces?: string): ReturnType<typeof saveCommand> =>
    saveCommand(project, { file, recorded, allowSecrets: [], ...(replaces !== undefined && { replaces }) })
  const urls = (): string[] => readFileSync(file, 'utf8').match(/url: .*/g) ?? []
  expect(await save(one)).toEqual({ value: 'saved' })
  expect(await save(two)).toEqual({ value: 'saved' })
  expect(urls()).toEqual(['url: https://api.test/a', 'url: https://api.test/b'])
  expect(await save(two, readFileSync(file, 'utf8'))).toEqual({ value: 'saved' })
  expect(urls()).toEqual(['url: https://api.test/b'])
  // The file was recorded in this run, so the next test with mode record adds to it.
  vi.stubEnv('MSW_CASSETTE_MODE', 'record')
  expect(await openCommand(project, request(file))).toMatchObject({
    value: { mode: 'record', presence: 'found', policy: { matched: 'replay', unmatched: 'record' } },
  })
})

test('a recording with a credential is refused, unless allowSecrets allows it', async () => {
  const { project, root } = await makeProject()
  const file = join(root, 'c/a.yaml')
  const secret = `ghp_${'aB3'.repeat(12)}`
  const recorded = stringifyCassette(buildCassette({ url: 'https://api.test/a', response: secret }))
  const save = (...allowSecrets: { source: string; flags: string }[]): ReturnType<typeof saveCommand> =>
    saveCommand(project, { file, recorded, allowSecrets })
  vi.spyOn(console, 'error').mockReturnValue()
  expect(await save()).toMatchObject({ error: { name: 'CassetteSecretError' } })
  expect(await save({ source: '^GHP_', flags: 'i' })).toEqual({ value: 'saved' })
})

test('with mode heal, the page gets the cassette to heal, unless its session has faults', async () => {
  const { project, root } = await makeProject()
  writeFileSync(join(root, 'c/a.yaml'), one)
  const opened = (faults?: 'planned'): ReturnType<typeof openCommand> =>
    openCommand(project, { ...request('c/a.yaml'), mode: 'heal', ...(faults && { faults }) })
  expect(await opened()).toMatchObject({ value: { mode: 'heal', text: one, policy: { unmatched: 'record' } } })
  expect(await opened('planned')).toMatchObject({ value: { mode: 'replay', policy: { unmatched: 'mismatch' } } })
})

test('a heal replaces, removes and adds interactions, and keeps those that were added since the page has read the file', async () => {
  const { project, root } = await makeProject()
  const file = join(root, 'c/a.yaml')
  const toText = (...paths: string[]): string =>
    stringifyCassette(buildCassette(...paths.map((path) => ({ url: `https://api.test/${path}` }))))
  const loaded = toText('a', 'b', 'c')
  writeFileSync(file, toText('a', 'b', 'c', 'new'))
  const command = { file, loaded, recorded: toText('b2', 'd'), replaced: [1], removed: [0], allowSecrets: [] }
  expect(await healCommand(project, command)).toEqual({ value: 'healed' })
  expect(readFileSync(file, 'utf8').match(/(?<=url: https:\/\/api\.test\/).*/g)).toEqual(['b2', 'c', 'new', 'd'])
})

test('a heal with a credential is refused, and the file keeps its content', async () => {
  const { project, root } = await makeProject()
  const file = join(root, 'c/a.yaml')
  writeFileSync(file, one)
  const recorded = stringifyCassette(buildCassette({ url: 'https://api.test/a', response: `ghp_${'aB3'.repeat(12)}` }))
  const command = { file, loaded: one, recorded, replaced: [0], removed: [], allowSecrets: [] }
  expect(await healCommand(project, command)).toMatchObject({ error: { name: 'CassetteSecretError' } })
  expect(readFileSync(file, 'utf8')).toBe(one)
})

test('no command accepts a file outside of the project', async () => {
  const { project } = await makeProject()
  const refused = { error: { name: 'CassetteUnreadableError', message: expect.stringContaining('leads out of') } }
  expect(await openCommand(project, request('../a.yaml'))).toMatchObject(refused)
  const recordings = { file: '../a.yaml', recorded: one, allowSecrets: [] }
  expect(await saveCommand(project, recordings)).toMatchObject(refused)
  expect(await healCommand(project, { ...recordings, loaded: one, replaced: [], removed: [] })).toMatchObject(refused)
})

test("with -u, the report handles the unplayed interactions of a test's own cassette", async () => {
  const { project, root } = await makeProject('all')
  writeFileSync(join(root, 'c/a.yaml'), one)
  const opened = await openCommand(project, { ...request('c/a.yaml'), naming: 'by-test' })
  expect(opened).toMatchObject({ value: { unplayed: 'report' } })
})
