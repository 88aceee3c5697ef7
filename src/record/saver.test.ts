import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
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
