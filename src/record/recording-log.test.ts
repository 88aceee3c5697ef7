import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCapture } from '../../test/build-capture.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { KnownCredentials } from '../secret/known-credentials.ts'
import { RecordingLog, type RecordingLogOptions } from './recording-log.ts'

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

test('an exchange that can not be converted is reported once, and by each save, without the credentials of its URL', async () => {
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
