import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Playback, playPieces } from './play-pieces.ts'
import type { ReplayBody } from './replay-body.ts'

/** Plays the pieces `a`, `b` and `c`, and keeps everything that the client gets. */
function play(more: Partial<ReplayBody> = {}): { playback: Playback; received: unknown[] } {
  const received: unknown[] = []
  const bytes = new TextEncoder().encode('abc')
  const timed = { bytes, endOf: (index: number) => [1, 2, 3][index], delay: () => 0 }
  const playback = playPieces({ timed, signals: [], ...more }, 'shared', {
    push: (piece, place) => received.push([new TextDecoder().decode(piece), place]),
    end: () => received.push('end'),
    fail: (reason) => received.push(reason),
  })
  return { playback, received }
}

test('a piece arrives in a turn of its own, or before `next` returns if that is requested', async () => {
  const { playback, received } = play()
  playback.next('this')
  expect(received).toEqual([['a', 'inner']])
  playback.next()
  // It is on its way.
  playback.next('this')
  expect(received).toEqual([['a', 'inner']])
  await nextTurn()
  expect(received).toEqual([
    ['a', 'inner'],
    ['b', 'inner'],
  ])
  playback.next('this')
  playback.next('this')
  expect(received.slice(2)).toEqual([['c', 'last']])
})

test('a signal that aborts breaks the body off once, and nothing follows', async () => {
  const [client, session] = [new AbortController(), new AbortController()]
  const { playback, received } = play({ signals: [client.signal, session.signal] })
  playback.next()
  client.abort('left')
  session.abort('closed')
  await nextTurn()
  playback.next('this')
  expect(received).toEqual(['left'])
})

test('a client that has left gets neither pieces nor an error', async () => {
  const session = new AbortController()
  const { playback, received } = play({ signals: [session.signal] })
  playback.next()
  playback.stop()
  session.abort()
  await nextTurn()
  expect(received).toEqual([])
})

test('an empty body ends, and one with an open end waits instead and then fails', async () => {
  const timed = { bytes: new Uint8Array(), endOf: () => undefined, delay: () => 0 }
  const empty = play({ timed })
  empty.playback.next()
  const error = new Error('reset')
  const open = play({ timed, openEnd: { patience: 0, fail: () => error } })
  open.playback.next()
  await nextTurn()
  expect([empty.received, open.received]).toEqual([['end'], [error]])
})
