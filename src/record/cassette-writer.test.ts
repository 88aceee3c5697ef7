import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
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
  return { file, create, responses, list: () => readdirSync(folder) }
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

const HAR = stringifyCassette(buildCassette({}), { format: 'har' })

test.each<[string, string, string]>([
  ['is broken', 'version: 2\ninteractions: [', 'it is not a valid cassette any more. Restore or remove it. '],
  ['has another format', HAR, 'its format is har now. Restore the file.'],
  [
    'has a style that can not be extended',
    '{"version": 2, "interactions": [{"request": {"method": "GET", "url": "https://a.test/"}, "response": {"code": 200}}]}',
    '',
  ],
])('nothing is added to a file that %s', (_title, text, reason) => {
  const { file, create } = open()
  writeFileSync(file, text)
  const error = errorOf(() => create().write({ added: record({ response: '1' }), revised: [] }))
  expect(error).toBeInstanceOf(CassetteSaveError)
  expect((error as Error).message).toContain(`Failed to record into ${file}: ${reason}`)
  expect(readFileSync(file, 'utf8')).toBe(text)
})
