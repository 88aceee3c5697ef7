import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { buildFrames } from '../../test/build-frames.ts'
import type { Interaction } from '../cassette.ts'
import { changedParts } from './changed-parts.ts'

function build(): Interaction {
  const [interaction] = buildCassette({
    request: 'a',
    response: 'b',
    headers: [
      ['X-A', '1'],
      ['X-A', '2'],
      ['X-B', '3'],
    ],
  }).interactions
  if (!interaction) throw new Error('There is no interaction.')
  return { ...interaction, request: { ...interaction.request, headers: [['Authorization', 'secret']] } }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function changes(change: (interaction: Interaction) => Interaction): unknown[] {
  return changedParts(build(), change(build()))
}

test('equal interactions have no changed part, even if their objects differ', () => {
  expect(changes((same) => same)).toEqual([])
})

test('each part that differs is listed, and each header once by its name', () => {
  const changed = changes(({ request, response }) => ({
    request: { ...request, url: 'https://b.test/', headers: [['Authorization', 'REDACTED']], body: bytes('x') },
    response: { ...response, statusText: 'No', headers: [['X-B', '3']], body: bytes('y'), websocket: { frames: [] } },
  }))
  expect(changed).toEqual([
    { name: 'request.url', part: 'request.url' },
    { name: 'request.headers.Authorization', part: 'request.headers', header: 'Authorization' },
    { name: 'request.body', part: 'request.body' },
    { name: 'response.status', part: 'response.status' },
    { name: 'response.headers.X-A', part: 'response.headers', header: 'X-A' },
    { name: 'response.body', part: 'response.body' },
    { name: 'response.websocket', part: 'response.websocket' },
  ])
})

test('the frames of a WebSocket count as changed if they are another object', () => {
  const [interaction] = buildFrames({ frames: ['> a'] }).interactions
  if (!interaction) throw new Error('There is no interaction.')
  const { response } = interaction
  expect(changedParts(interaction, { ...interaction, response: { ...response } })).toEqual([])
  const websocket = { frames: [] }
  expect(changedParts(interaction, { ...interaction, response: { ...response, websocket } })).toEqual([
    { name: 'response.websocket', part: 'response.websocket' },
  ])
})
