import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { refusal } from '../../test/refusal.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { openCassette } from '../open/open-cassette.ts'
import type { Mode } from '../options/mode.ts'
import { loadCassette, prepareRecording } from './load-cassette.ts'

const seed = readFileSync('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml', 'utf8')

test('refuses a missing file, a folder and a file used as a folder, and reports the path and the mode', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'file.yaml')
  writeFileSync(file, seed)
  const open = (path: string): CassetteError | undefined => refusal(() => openCassette(path, { mode: 'replay' }))
  const missing = open(join(folder, 'missing.yaml'))
  expect(missing).toMatchObject({ code: 'cassette_not_found', file: join(folder, 'missing.yaml') })
  expect(missing?.message).toMatch(/missing\.yaml.*mode: replay/)
  expect(open('missing.yaml')).toMatchObject({ file: join(process.cwd(), 'missing.yaml') })
  expect([open(folder), open(join(file, 'x.yaml')), open('a\0b')].map((error) => error?.code)).toEqual([
    'cassette_unreadable',
    'cassette_not_found',
    'cassette_unreadable',
  ])
})

test('the message about a file inside the project shows its relative path, however it was spelled', () => {
  const messageOf = (source: string | URL): string | undefined =>
    /^Failed to open the cassette (.*?): /.exec(
      refusal(() => openCassette(source, { mode: 'replay' }))?.message ?? '',
    )?.[1]
  const outside = join(makeTempFolder(), 'missing.yaml')
  expect({
    relative: messageOf('fixtures/missing.yaml'),
    absolute: messageOf(resolve('fixtures/missing.yaml')),
    url: messageOf(pathToFileURL('fixtures/missing.yaml')),
    folder: messageOf(resolve('fixtures')),
    outside: messageOf(outside),
  }).toEqual({
    relative: 'fixtures/missing.yaml',
    absolute: 'fixtures/missing.yaml',
    url: 'fixtures/missing.yaml',
    folder: 'fixtures',
    outside,
  })
})

test('accepts a file: URL, also as text, and refuses any other URL', () => {
  const url = pathToFileURL('fixtures/go-vcr-v2/openai-chat.yaml')
  for (const source of [url, url.href]) expect(openCassette(source, { mode: 'replay' }).unplayed).toHaveLength(1)
  expect(refusal(() => openCassette(new URL('https://a.test/x.yaml')))).toMatchObject({ code: 'cassette_unreadable' })
})

test('refuses a file that is too large before reading it', () => {
  const file = join(makeTempFolder(), 'large.yaml')
  writeFileSync(file, seed)
  truncateSync(file, 3 * 1024 ** 3)
  expect(refusal(() => openCassette(file, { mode: 'replay' }))).toMatchObject({
    code: 'cassette_unreadable',
    message: expect.stringContaining('it has 3221225472 bytes, and a cassette can have at most 268435456'),
  })
})

const write = (text: string | Uint8Array, name = 'a.yaml'): string => {
  const file = join(makeTempFolder(), name)
  writeFileSync(file, text)
  return file
}

test.each(['replay', 'once', 'new-episodes'] as const)('in mode %s, an existing file is read', (mode) => {
  const file = write(seed)
  expect(loadCassette(file, mode, 'throw')).toEqual({
    cassette: parseCassette(seed, { path: file }),
    presence: 'found',
    file,
  })
})

test('the text of a cassette and a parsed one have no file, whatever the mode', () => {
  const cassette = parseCassette(seed)
  for (const mode of ['replay', 'record'] as const) {
    expect(loadCassette(seed, mode, 'throw')).toEqual({ cassette, presence: 'found' })
    expect(loadCassette(cassette, mode, 'throw')).toEqual({ cassette, presence: 'found' })
  }
})

test('in mode record, the file counts as missing, and its text is kept to the byte until it is replaced', () => {
  const text = `\ufeff${seed}`
  const file = write(text)
  expect(loadCassette(file, 'record', 'throw')).toEqual({
    cassette: { format: 'go-vcr-2', path: file, interactions: [] },
    presence: 'missing',
    file,
    text,
  })
})

test.each([
  ['another format', readFileSync('fixtures/vcrpy/openai-chat-streaming.yaml', 'utf8'), 'vcrpy'],
  ['no format', 'interactions: [', 'go-vcr-2'],
])('in mode record, a file of %s keeps that format, so that no file of another tool is replaced', (_, text, format) => {
  expect(loadCassette(write(text), 'record', 'throw').cassette).toMatchObject({ format, interactions: [] })
})

test('in mode passthrough, the file is not read, so that a broken one does not matter', () => {
  const file = write('interactions: [')
  expect(loadCassette(file, 'passthrough', 'throw')).toEqual({
    cassette: { format: 'go-vcr-2', path: file, interactions: [] },
    presence: 'missing',
    file,
  })
})

test.each<[Mode, 'throw' | 'empty', 'refused' | 'empty']>([
  ['replay', 'throw', 'refused'],
  ['replay', 'empty', 'empty'],
  ['once', 'throw', 'empty'],
  ['new-episodes', 'throw', 'empty'],
  ['record', 'throw', 'empty'],
  ['passthrough', 'throw', 'empty'],
])('in mode %s with ifMissing %j, a missing file is %s', (mode, ifMissing, result) => {
  const file = join(makeTempFolder(), 'a.yaml')
  const load = () => loadCassette(file, mode, ifMissing)
  if (result === 'refused') expect(load).toThrow(expect.objectContaining({ code: 'cassette_not_found', file }))
  else
    expect(load()).toEqual({
      cassette: { format: 'go-vcr-2', path: file, interactions: [] },
      presence: 'missing',
      file,
    })
})

test.each([
  ['1', / \(mode: replay, as always in CI\)\. .*MSW_CASSETTE_MODE=once/],
  ['', / \(mode: replay\)\. .*MSW_CASSETTE_MODE=once/],
])('with CI=%j, a missing cassette is explained with the mode and how to record it', (ci, message) => {
  vi.stubEnv('CI', ci)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(() => loadCassette('missing.yaml', 'replay', 'throw')).toThrow(message)
})

test.each([undefined, null, 1, {}, ['a.yaml'], new Uint8Array()])('%j is no source of a cassette', (source) => {
  expect(refusal(() => loadCassette(source as never, 'replay', 'throw'))).toMatchObject({
    code: 'cassette_option',
    option: 'source',
  })
})

const prepare = (source: string | URL): void => prepareRecording(source, loadCassette(source, 'new-episodes', 'throw'))

test('before a recording, it is certain that the cassette can be written, and nothing is left behind', () => {
  const folder = makeTempFolder()
  prepare(join(folder, 'a', 'b', 'new.yaml'))
  expect(readdirSync(folder)).toEqual([])
  const blocked = write('', 'file')
  expect(refusal(() => prepare(join(blocked, 'new.yaml')))).toMatchObject({ code: 'cassette_save' })
})

test.each([
  ['a path', (file: string) => file],
  ['a URL', (file: string) => pathToFileURL(file)],
])('a recording into a file of another format is refused, with the command that converts it: %s', (_, toSource) => {
  const file = write(readFileSync('fixtures/vcrpy/openai-chat-streaming.yaml'))
  expect(refusal(() => prepare(toSource(file)))).toMatchObject({
    code: 'cassette_save',
    file,
    message: expect.stringContaining(
      `its format is vcrpy, and recordings are written as go-vcr-2. Convert it: npx msw-cassette convert ${file} --to go-vcr-2`,
    ),
  })
})

test('a recording into a file to which nothing can be added is refused before the first request', () => {
  const interactions = parseCassette(seed).interactions.map(({ request, response }, id) => ({
    id,
    request: { method: request.method, url: request.url },
    response: { code: response.status, status: '200 OK', body: '' },
  }))
  const file = write(JSON.stringify({ version: 2, interactions }))
  expect(refusal(() => prepare(file))).toMatchObject({
    code: 'cassette_save',
    file,
    message: expect.stringContaining("in YAML's block style only"),
  })
})

test('a recording into a relative path that leads out of the project is refused, and an absolute one is not', () => {
  const path = '../msw-cassette-outside/new.yaml'
  expect(refusal(() => prepare(path))).toMatchObject({
    code: 'cassette_save',
    message: expect.stringMatching(/leads out of the working directory.*pass an absolute path or a URL/),
  })
  expect(existsSync('../msw-cassette-outside')).toBe(false)
})

test('a cassette without a file needs no preparation', () => {
  const cassette = { ...parseCassette(seed), format: 'vcrpy' }
  expect(refusal(() => prepareRecording(cassette, { cassette, presence: 'found' }))).toBeUndefined()
})

test('a cassette that a program has built is checked', () => {
  const interactions = [{ ...buildCassette({}).interactions[0], response: { status: '200' } }]
  expect(refusal(() => loadCassette({ format: 'go-vcr-2', interactions } as never, 'replay', 'throw'))).toMatchObject({
    code: 'cassette_option',
    option: 'source.interactions[0].response.status',
  })
})
