import http from 'node:http'
import https from 'node:https'
import { expect, test } from 'vitest'
import { buildFrames } from '../../test/build-frames.ts'
import { createSession } from '../open/create-session.ts'
import { guardUpgrades } from './intercept-upgrades.ts'

const open = () =>
  createSession({ source: buildFrames({ frames: [] }), options: { mode: 'replay' }, saving: 'immediate' })

test('`request` and `get` are replaced while a session is open, and restored after the last one', async () => {
  const before = [http.request, https.request, http.get, https.get]
  const [first, second] = [open(), open()]
  expect(http.request).not.toBe(before[0])
  await first.close()
  expect(https.request).not.toBe(before[1])
  expect(http.get).not.toBe(before[2])
  await second.close()
  expect([http.request, https.request, http.get, https.get]).toEqual(before)
  expect(Object.getOwnPropertyDescriptor(http, 'request')).toMatchObject({ value: before[0], writable: true })
})

test('a `request` that somebody else assigns meanwhile is called, and stays', async () => {
  const { request } = http
  const session = open()
  let calls = 0
  const inner = http.request
  const replaced = (...args: Parameters<typeof request>): http.ClientRequest => {
    calls++
    return inner(...args)
  }
  http.request = replaced as typeof request
  http
    .request('http://127.0.0.1:2/')
    .on('error', () => {})
    .destroy()
  expect(calls).toBe(1)
  await session.close()
  expect(http.request).toBe(replaced)
  http.request = request
})

test('a runner’s setup keeps `request` replaced', () => {
  const { request } = http
  guardUpgrades(() => undefined)
  expect(http.request).not.toBe(request)
  guardUpgrades()
  expect(http.request).toBe(request)
})
