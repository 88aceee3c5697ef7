import { expect, test } from 'vitest'
import { toReplayHeaders } from './replay-headers.ts'

const TRANSFER = [
  'Connection',
  'Content-Encoding',
  'Content-Length',
  'Keep-Alive',
  'Proxy-Connection',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
]

test('headers that describe the recorded transfer are not replayed', () => {
  const recorded = TRANSFER.map((name): [string, string] => [name, '1'])
  expect([...toReplayHeaders([...recorded, ['X-Other', 'kept']])]).toEqual([['x-other', 'kept']])
})

test('a header that was sent several times is replayed as often', () => {
  const headers = toReplayHeaders([
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
    ['Vary', 'x'],
    ['Vary', 'y'],
  ])
  expect({ cookies: headers.getSetCookie(), vary: headers.get('vary') }).toEqual({
    cookies: ['a=1', 'b=2'],
    vary: 'x, y',
  })
})

test('clients retry immediately only if they are told to, and only after a response that delays them', () => {
  const recorded = [
    ['Retry-After', '4'],
    ['retry-after-ms', '4000'],
  ] as const
  expect([...toReplayHeaders([...recorded], 'immediate')]).toEqual([
    ['retry-after', '0'],
    ['retry-after-ms', '0'],
  ])
  expect([...toReplayHeaders([...recorded], 'recorded')]).toEqual([
    ['retry-after', '4'],
    ['retry-after-ms', '4000'],
  ])
  expect([...toReplayHeaders([...recorded])]).toEqual([
    ['retry-after', '4'],
    ['retry-after-ms', '4000'],
  ])
  expect([...toReplayHeaders([], 'immediate')]).toEqual([])
})

test('text beyond latin1 is sent as its UTF-8 bytes, and control characters are not sent', () => {
  const headers = toReplayHeaders([
    ['x-title', '好\0\r\nb'],
    ['x-name', 'é'],
  ])
  expect([headers.get('x-title'), headers.get('x-name')]).toEqual(['å¥½b', 'é'])
})
