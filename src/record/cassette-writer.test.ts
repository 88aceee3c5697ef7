import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { importWithClock } from '../../test/import-with-clock.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Interaction } from '../cassette.ts'
import { type CassetteError, CassetteSaveError, CassetteSecretError } from '../errors/errors.ts'
import { describeStyle } from '../format/go-vcr-2/describe-style.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import { LOCK_TIMEOUT_MS, lockTimeout, tryLock } from '../storage/lock-file.ts'
import { createCassetteWriter, type WriterOptions } from './cassette-writer.ts'

const KEY = `sk-proj-${'a1B2c3D4e5'.repeat(6)}`

function open(more: Partial<WriterOptions> = {}) {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  const known = new KnownCredentials()
  const create = () =>
    createCassetteWriter({ file, allowSecrets: [], replaces: undefined, credentials: () => known, ...more })
  const responses = (): string[] =>
    parseCassette(readFileSync(file)).interactions.map(({ response }) => new TextDecoder().decode(response.body))
  return { file, known, create, responses, list: () => readdirSync(folder) }
}

const record = (...exchanges: Exchange[]): readonly Interaction[] => buildCassette(...exchanges).interactions

const errorOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

test('recordings are added one after the other, and closing leaves only the cassette', () => {
  const { create, responses, list } = open()
  const writer = create()
  const outcomes = [['1'], ['2', '3']].map((texts) =>
    writer.write({ added: record(...texts.map((response) => ({ response }))), revised: [] }),
  )
  writer.close()
  expect({ outcomes, responses: responses(), files: list() }).toEqual({
    outcomes: ['written', 'written'],
    responses: ['1', '2', '3'],
    files: ['a.yaml'],
  })
})

test('recordings are added to what another program has written in the meantime, before and after closing', () => {
  const { file, create, responses } = open()
  const [writer, other] = [create(), create()]
  writer.write({ added: record({ response: '1' }), revised: [] })
  other.write({ added: record({ response: 'other' }), revised: [] })
  writer.write({ added: record({ response: '2' }), revised: [] })
  writer.close()
  writeFileSync(file, `# a comment\n${readFileSync(file, 'utf8')}`)
  writer.write({ added: record({ response: '3' }), revised: [] })
  expect(responses()).toEqual(['1', 'other', '2', '3'])
  expect(readFileSync(file, 'utf8')).toMatch(/^# a comment\n/)
})

test('the first recording replaces the text that it is told to replace, and keeps any other', () => {
  const before = stringifyCassette(buildCassette({ response: 'before' }))
  const replaced = open({ replaces: before })
  writeFileSync(replaced.file, before)
  const writer = replaced.create()
  for (const response of ['1', '2']) writer.write({ added: record({ response }), revised: [] })
  const kept = open({ replaces: before })
  writeFileSync(kept.file, `${before}# changed\n`)
  kept.create().write({ added: record({ response: '1' }), revised: [] })
  expect({ replaced: replaced.responses(), kept: kept.responses() }).toEqual({
    replaced: ['1', '2'],
    kept: ['before', '1'],
  })
})

test('a recording on the disk is replaced, together with the addition of others', () => {
  const { create, responses } = open()
  const writer = create()
  const [first, changed] = record({ response: 'token' }, { response: 'REDACTED' }) as [Interaction, Interaction]
  writer.write({ added: [first, ...record({ response: '2' })], revised: [] })
  writer.write({ added: record({ response: '3' }), revised: [{ before: first, after: changed }] })
  writer.write({ added: record({ response: '4' }), revised: [{ before: first, after: changed }] })
  expect(responses()).toEqual(['REDACTED', '2', '3', '4'])
})

test('a recording with a credential is refused with its index, and nothing is written', () => {
  const { file, create, list } = open()
  const error = errorOf(() => create().write({ added: record({ response: 'ok' }, { response: KEY }), revised: [] }))
  expect(error).toBeInstanceOf(CassetteSecretError)
  expect((error as CassetteSecretError).findings).toEqual([{ place: '#1 response.body', kind: 'an OpenAI key' }])
  expect((error as Error).message).toBe(
    `Refused to save ${file}: it would contain something that looks like a credential.\n  #1 response.body: an OpenAI key\n` +
      'Replace it with the option "redact" (in an existing line, by hand), or allow it if it is not a credential: { allowSecrets: [/…/] }.',
  )
  expect(list()).toEqual([])
})

test('nothing is added to a file that contains a credential, unless it is allowed', () => {
  const refused = open()
  const allowed = open({ allowSecrets: [/^sk-proj-/] })
  const text = stringifyCassette(buildCassette({ response: KEY }))
  for (const { file } of [refused, allowed]) writeFileSync(file, text)
  const error = errorOf(() => refused.create().write({ added: record({ response: '1' }), revised: [] }))
  allowed.create().write({ added: record({ response: '1' }), revised: [] })
  const line = text.split('\n').findIndex((each) => each.includes(KEY)) + 1
  expect((error as CassetteSecretError).findings).toEqual([{ place: `line ${line}`, kind: 'an OpenAI key' }])
  expect([readFileSync(refused.file, 'utf8'), allowed.responses()]).toEqual([text, [KEY, '1']])
})

test('a recording with a known credential is refused, and one with an allowed credential is added', () => {
  const known = open()
  known.known.add('tok-4f9a8b7c6d5e4f3a2b1c')
  const error = errorOf(() =>
    known.create().write({ added: record({ response: 'It is tok-4f9a8b7c6d5e4f3a2b1c.' }), revised: [] }),
  )
  const allowed = open({ allowSecrets: [/^sk-proj-/] })
  allowed.create().write({ added: record({ response: KEY }), revised: [] })
  expect((error as CassetteSecretError).findings).toEqual([
    { place: '#0 response.body', kind: 'a credential of another place' },
  ])
  expect([known.list(), allowed.responses()]).toEqual([[], [KEY]])
})

test('a file that vanishes is written again with its recordings as they were last revised', () => {
  const { file, create, responses } = open()
  const writer = create()
  const [first, second, changed, again] = record(
    ...['first', 'second', 'changed', 'changed again'].map((response) => ({ response })),
  ) as [Interaction, Interaction, Interaction, Interaction]
  writer.write({ added: [first, second], revised: [] })
  writer.write({ added: [], revised: [{ before: second, after: changed }] })
  rmSync(file)
  writer.write({ added: record({ response: 'third' }), revised: [{ before: changed, after: again }] })
  expect(responses()).toEqual(['first', 'changed again', 'third'])
})

test('a revision of a recording that the writer has not written changes none that it has written', () => {
  const { file, create, responses } = open()
  const writer = create()
  const [before, after] = record({ response: 'before' }, { response: 'after' }) as [Interaction, Interaction]
  writer.write({ added: record({ response: '1' }, { response: '2' }), revised: [] })
  writer.write({ added: [], revised: [{ before, after }] })
  rmSync(file)
  writer.write({ added: record({ response: '3' }), revised: [] })
  expect(responses()).toEqual(['1', '2', '3'])
})

test('closing removes the previous version of a large file', () => {
  const { create, list } = open()
  const writer = create()
  for (const letter of ['a', 'b']) writer.write({ added: record({ response: letter.repeat(100_000) }), revised: [] })
  const before = list().length
  writer.close()
  expect([before, list()]).toEqual([2, ['a.yaml']])
})

test('a file that others hold for more than 10 s is an error, and each write that succeeds starts the time again', async () => {
  const { file, list } = open()
  const { loaded, clock } = await importWithClock(() => import('./cassette-writer.ts'))
  const credentials = new KnownCredentials()
  const writer = loaded.createCassetteWriter({
    file,
    allowSecrets: [],
    replaces: undefined,
    credentials: () => credentials,
  })
  const writeAt = (now: number): unknown => {
    clock.now = now
    return errorOf(() => writer.write({ added: record({ response: `${now}` }), revised: [] }))
  }
  const first = tryLock(file)
  const outcomes = [writeAt(0), writeAt(LOCK_TIMEOUT_MS)]
  first?.release()
  outcomes.push(writeAt(LOCK_TIMEOUT_MS))
  const second = tryLock(file)
  outcomes.push(...[1, 2].map((times) => writeAt(1 + times * LOCK_TIMEOUT_MS)))
  const error = writeAt(2 + 2 * LOCK_TIMEOUT_MS)
  second?.release()
  expect(outcomes).toEqual(['busy', 'busy', 'written', 'busy', 'busy'])
  expect(error).toMatchObject({ name: 'CassetteSaveError', message: lockTimeout(file).message })
  expect(list()).toEqual(['a.yaml'])
})

const HAR = stringifyCassette(buildCassette({}), { format: 'har' })

const JSON_CASSETTE =
  '{"version": 2, "interactions": [{"request": {"method": "GET", "url": "https://a.test/"}, "response": {"code": 200}}]}'

const brokenIn = (file: string, text: string): CassetteError =>
  errorOf(() => parseCassette(new TextEncoder().encode(text), { path: file })) as CassetteError

test('nothing is added to a file that is broken: the error contains the fault, and is caused by it', () => {
  const { file, create } = open()
  const text = 'version: 2\ninteractions: ['
  writeFileSync(file, text)
  const error = errorOf(() => create().write({ added: record({ response: '1' }), revised: [] })) as CassetteSaveError
  const cause = brokenIn(file, text)
  const message = `Failed to record into ${file}: it is not a valid cassette any more. Restore or remove it. ${cause.message}`
  expect(error).toEqual(new CassetteSaveError(file, message, { cause }))
  expect(cause.message).toContain(file)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test.each<[string, string, (file: string) => string]>([
  ['has another format', HAR, (file) => `Failed to record into ${file}: its format is har now. Restore the file.`],
  ['has a style that can not be extended', JSON_CASSETTE, describeStyle],
])('nothing is added to a file that %s', (_title, text, describe) => {
  const { file, create } = open()
  writeFileSync(file, text)
  const error = errorOf(() => create().write({ added: record({ response: '1' }), revised: [] }))
  expect(error).toEqual(new CassetteSaveError(file, describe(file)))
  expect(readFileSync(file, 'utf8')).toBe(text)
})
