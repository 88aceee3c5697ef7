import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import { tryLock } from '../storage/lock-file.ts'
import { Saver } from './saver.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const KEY = `sk-proj-${'a1B2c3D4e5'.repeat(6)}`

const record = (response: string): Interaction => buildCassette({ response }).interactions[0] as Interaction

function createSaver(file = join(makeTempFolder(), 'a.yaml')) {
  const list: Interaction[] = []
  const saves: number[] = []
  const credentials = new KnownCredentials()
  const saver = new Saver(list, { file, allowSecrets: [], replaces: undefined, credentials: () => credentials }, () =>
    saves.push(list.length),
  )
  const responses = (): string[] =>
    parseCassette(readFileSync(file)).interactions.map(({ response }) => new TextDecoder().decode(response.body))
  return { file, list, saves, saver, responses }
}

test('each save adds what the list has more than before, and none is made without a change', async () => {
  const { list, saves, saver, responses } = createSaver()
  await saver.save()
  list.push(record('1'))
  saver.request()
  list.push(record('2'), record('3'))
  await saver.save()
  await saver.save()
  saver.close()
  expect({ saves, responses: responses(), error: saver.error }).toEqual({
    saves: [1, 3],
    responses: ['1', '2', '3'],
    error: undefined,
  })
})

test('a recording that was revised is replaced on the disk, or saved as it is now', async () => {
  const { list, saver, responses } = createSaver()
  list.push(record('one'))
  await saver.save()
  list.push(record('two'))
  for (const [index, before] of [...list.entries()]) {
    const after = record(`revised ${index}`)
    list[index] = after
    saver.revise(index, { before, after })
  }
  await saver.save()
  expect(responses()).toEqual(['revised 0', 'revised 1'])
})

test('an error is kept and printed once, and the recording is saved as soon as it can be', async () => {
  const { file, list, saver, responses } = createSaver()
  mkdirSync(file)
  list.push(record('1'))
  await saver.save()
  await saver.save()
  const { error } = saver
  expect(error).toBeInstanceOf(CassetteSaveError)
  expect(vi.mocked(console.error).mock.calls).toEqual([[`[msw-cassette] ${error?.message}`]])
  rmSync(file, { recursive: true })
  await saver.save()
  expect({ error: saver.error, responses: responses() }).toEqual({ error: undefined, responses: ['1'] })
})

test('another error than the last one is printed too', async () => {
  const { file, list, saver } = createSaver()
  mkdirSync(file)
  list.push(record('1'))
  await saver.save()
  list.push(record(KEY))
  await saver.save()
  expect(saver.error).toBeInstanceOf(CassetteSecretError)
  expect(console.error).toHaveBeenCalledTimes(2)
})

test('a revision alone is saved, and a second save writes nothing', async () => {
  const { list, saves, saver, responses } = createSaver()
  const [before, after] = [record('token'), record('REDACTED')]
  list.push(before)
  await saver.save()
  list[0] = after
  saver.revise(0, { before, after })
  await saver.save()
  await saver.save()
  expect({ saves, responses: responses() }).toEqual({ saves: [1, 1], responses: ['REDACTED'] })
})

test('a revision of a recording that is not on the disk leaves an equal one on the disk unchanged', async () => {
  const { list, saver, responses } = createSaver()
  list.push(record('same'))
  await saver.save()
  const [before, after] = [record('same'), record('revised')]
  list.push(after)
  saver.revise(1, { before, after })
  await saver.save()
  expect(responses()).toEqual(['same', 'revised'])
})

test('a flush saves a recording that waits for another process', () => {
  const { file, list, saver, responses } = createSaver()
  list.push(record('1'))
  const lock = tryLock(file)
  saver.request()
  lock?.release()
  expect(readdirSync(dirname(file))).toEqual([])
  saver.flush()
  expect(responses()).toEqual(['1'])
})

test('a save waits for another process', async () => {
  const { file, list, saves, saver, responses } = createSaver()
  list.push(record('1'))
  const lock = tryLock(file)
  const saving = saver.save()
  expect(saves).toEqual([])
  lock?.release()
  await saving
  expect({ saves, responses: responses() }).toEqual({ saves: [1], responses: ['1'] })
})

test('closing leaves only the cassette, even if it is so large that its previous version is kept', async () => {
  const { file, list, saver } = createSaver()
  for (const letter of ['a', 'b']) {
    list.push(record(letter.repeat(100_000)))
    await saver.save()
  }
  expect(readdirSync(dirname(file))).toHaveLength(2)
  saver.close()
  expect(readdirSync(dirname(file))).toEqual(['a.yaml'])
})

test('an error that is not about the file is reported as one of the cassette, with its cause', async () => {
  const { file, list, saver } = createSaver()
  const { request, ...rest } = record('1')
  list.push({ ...rest, request: { ...request, url: 5 as never } })
  await saver.save()
  const { error } = saver
  const cause = error?.cause as Error
  expect(cause).toBeInstanceOf(TypeError)
  expect(error).toEqual(new CassetteSaveError(file, `Failed to save ${file}: ${cause.message}`, { cause }))
})
