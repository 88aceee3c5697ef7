import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCapture } from '../../test/build-capture.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import { tryLock } from '../storage/lock-file.ts'
import { RecordingLog, type RecordingLogOptions } from './recording-log.ts'
import { Saver } from './saver.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

/** A log in memory. Its exchanges are complete immediately, except those to a URL that ends with `slow`. */
function createLog(more: Partial<RecordingLogOptions> = {}) {
  const credentials = new KnownCredentials()
  const log = new RecordingLog({
    file: '/project/a.yaml',
    saving: 'deferred',
    send: async ({ url }) => ({
      response: new Response(),
      captured: url.endsWith('slow') ? new Promise(() => {}) : Promise.resolve(buildCapture(url)),
      soFar: () => buildCapture(`${url}, so far`),
      endNow: () => buildCapture(`${url}, ended`),
    }),
    toRecording: ({ interaction }) => interaction,
    toPreview: ({ interaction }) => interaction,
    credentials: () => credentials,
    redactAgain: (recording) => recording,
    createSaver: () => undefined,
    ...more,
  })
  const send = async (...urls: string[]): Promise<void> => {
    const request = { method: 'GET', headers: new Headers(), body: new Uint8Array() }
    for (const url of urls) await log.reserve().record({ ...request, url } as IncomingRequest, 'direct')
    await new Promise((resolve) => setImmediate(resolve))
  }
  const urls = (list = log.list): string[] => list.map(({ request }) => request.url)
  return { log, send, urls, credentials }
}

/** A log that saves into a file. */
function createFileLog(more: Partial<RecordingLogOptions> = {}) {
  const file = join(makeTempFolder(), 'a.yaml')
  const { credentials, ...rest } = createLog({
    file,
    createSaver: (list) =>
      new Saver(list, { file, allowSecrets: [], replaces: undefined, credentials: () => credentials }, () => {}),
    ...more,
  })
  const saved = (): string[] | undefined =>
    existsSync(file) ? rest.urls([...parseCassette(readFileSync(file)).interactions]) : undefined
  return { file, credentials, saved, ...rest }
}

test('complete exchanges become recordings, except those that are dropped', async () => {
  const { log, send, urls } = createLog({
    toRecording: ({ interaction }) => (interaction.request.url === 'dropped' ? undefined : interaction),
  })
  await send('a', 'dropped', 'b')
  await log.close()
  expect([urls(), log.error]).toEqual([['a', 'b'], undefined])
})

test('the answered requests are the recordings and those whose response has begun, if they can be converted', async () => {
  const { log, send, urls } = createLog({
    toPreview({ interaction }) {
      if (interaction.request.url.startsWith('faulty')) throw new Error('a faulty option')
      return interaction.request.url.startsWith('dropped') ? undefined : interaction
    },
  })
  await send('a', 'slow', 'faulty slow', 'dropped slow', 'b')
  expect([urls(), urls(log.answered)]).toEqual([['a'], ['a', 'slow, so far', 'b']])
})

test('each exchange that can not be converted is reported, and the first one by each save, without the credentials of its URL', async () => {
  const cause = new Error('a faulty hook')
  const { log, send, urls } = createLog({
    toRecording({ interaction }) {
      if (interaction.request.url !== 'https://a.test/ok') throw cause
      return interaction
    },
  })
  await send('https://a.test/?api_key=hunter2', 'https://a.test/ok', 'https://a.test/other')
  const error: unknown = await log.save().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(CassetteSaveError)
  expect(error).toMatchObject({
    file: '/project/a.yaml',
    message: 'Failed to record GET https://a.test/?api_key=[secret]: a faulty hook',
    cause,
  })
  expect(vi.mocked(console.error).mock.calls).toEqual([
    ['[msw-cassette] Failed to record GET https://a.test/?api_key=[secret]: a faulty hook'],
    ['[msw-cassette] Failed to record GET https://a.test/other: a faulty hook'],
  ])
  await expect(log.close()).rejects.toBe(error)
  expect([urls(), log.error]).toEqual([['https://a.test/ok'], error])
})

test('a credential that a later exchange reveals is replaced in the earlier recordings', async () => {
  const { send, urls, credentials } = createLog({
    toRecording({ interaction }) {
      if (interaction.request.url === 'login') credentials.add('tok-4f9a8b7c6d5e4f3a2b1c')
      return interaction
    },
    redactAgain: (recording) =>
      recording.request.url === 'early'
        ? { ...recording, request: { ...recording.request, url: 'REDACTED' } }
        : recording,
  })
  await send('early', 'other')
  expect(urls()).toEqual(['early', 'other'])
  await send('login')
  expect(urls()).toEqual(['REDACTED', 'other', 'login'])
})

test('ending now turns the exchanges that have a response into recordings', async () => {
  const { log, send, urls } = createLog()
  await send('a', 'slow')
  expect([log.endNow(), urls()]).toEqual([0, ['a', 'slow, ended']])
})

test('a recording is saved as soon as it is complete, or by the next call of save', async () => {
  const immediate = createFileLog({ saving: 'immediate' })
  const deferred = createFileLog({ saving: 'deferred' })
  for (const { send } of [immediate, deferred]) await send('https://a.test/1')
  expect([immediate.saved(), deferred.saved()]).toEqual([['https://a.test/1'], undefined])
  await deferred.log.save()
  expect(deferred.saved()).toEqual(['https://a.test/1'])
})

test('after an exchange that can not be converted, the others are saved, unless all of them are saved together', async () => {
  const toRecording: RecordingLogOptions['toRecording'] = ({ interaction }) => {
    if (interaction.request.url.endsWith('faulty')) throw new Error('a faulty hook')
    return interaction
  }
  const immediate = createFileLog({ saving: 'immediate', toRecording })
  const deferred = createFileLog({ saving: 'deferred', toRecording })
  for (const { file, log, send } of [immediate, deferred]) {
    // The recording waits for another process until the call of save.
    const lock = tryLock(file)
    await send('https://a.test/1', 'https://a.test/faulty')
    lock?.release()
    await expect(log.save()).rejects.toThrow('Failed to record GET https://a.test/faulty: a faulty hook')
  }
  expect([immediate.saved(), deferred.saved()]).toEqual([['https://a.test/1'], undefined])
})

test.each(['flush', 'endNow'] as const)('%s saves what waits for another process', async (method) => {
  const { file, log, send, saved } = createFileLog({ saving: 'immediate' })
  const lock = tryLock(file)
  await send('https://a.test/1')
  lock?.release()
  expect(saved()).toBeUndefined()
  log[method]()
  expect(saved()).toEqual(['https://a.test/1'])
})

test('closing leaves only the cassette, even if it is so large that its previous version is kept', async () => {
  const { file, log, send } = createFileLog({
    saving: 'immediate',
    toRecording: ({ interaction }) => ({
      ...interaction,
      response: { ...interaction.response, body: new TextEncoder().encode('a'.repeat(100_000)) },
    }),
  })
  for (const url of ['https://a.test/1', 'https://a.test/2']) {
    await send(url)
    await log.save()
  }
  const before = readdirSync(dirname(file)).length
  await log.close()
  expect([before, readdirSync(dirname(file))]).toEqual([2, ['a.yaml']])
})

test('a credential that a later exchange reveals is replaced on the disk too', async () => {
  const { log, send, saved, credentials } = createFileLog({
    saving: 'immediate',
    toRecording({ interaction }) {
      if (interaction.request.url.endsWith('login')) credentials.add('tok-4f9a8b7c6d5e4f3a2b1c')
      return interaction
    },
    redactAgain(recording) {
      const url = credentials.replace(recording.request.url)
      return url === recording.request.url ? recording : { ...recording, request: { ...recording.request, url } }
    },
  })
  await send('https://a.test/tok-4f9a8b7c6d5e4f3a2b1c', 'https://a.test/other', 'https://a.test/login')
  await log.close()
  expect(saved()).toEqual(['https://a.test/REDACTED', 'https://a.test/other', 'https://a.test/login'])
})

test('requests without a complete response are counted', async () => {
  const { log, send } = createLog({
    send: async ({ url }) => ({
      response: new Response(),
      captured: Promise.resolve(url === 'cut' ? undefined : buildCapture(url)),
      soFar: () => buildCapture(url),
      endNow: () => undefined,
    }),
  })
  await send('cut', 'a', 'cut')
  expect(log.failed).toBe(2)
})
