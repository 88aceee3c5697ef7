import { expect, test } from 'vitest'
import type { WebSocketFrame } from '../cassette.ts'
import { frameText, listFrameRuns } from './frame-runs.ts'

const from = 'server'
const delta = (id: number, bytes: number): string =>
  JSON.stringify({ type: 'response.output_audio.delta', event_id: `e${id}`, delta: btoa('\0'.repeat(bytes)) })

test('sounds are joined and shown by their size, and other frames are as they were sent', () => {
  const frames: WebSocketFrame[] = [
    { from, at: 0, data: '{"type":"session.created"}' },
    { from, at: 1, data: '{"type":"session.created"}' },
    { from, at: 2, data: delta(1, 3_000) },
    { from, at: 3, data: delta(2, 6_000) },
    { from: 'client', at: 4, data: delta(3, 3_000) },
    { from: 'client', at: 5, data: '{"id":1}' },
    { from: 'client', at: 6, data: Uint8Array.of(0xff) },
    { from: 'client', at: 7, data: Uint8Array.of(0xff, 0) },
    { from: 'client', at: 8, data: new TextEncoder().encode('{"a":1}') },
  ]
  expect(listFrameRuns(frames).map((run) => [run.from, run.at, run.text, run.data])).toEqual([
    ['server', 0, '{"type":"session.created"}', 'whole'],
    ['server', 1, '{"type":"session.created"}', 'whole'],
    ['server', 2, '{"type":"response.output_audio.delta","delta":"[2 frames, 9.0 kB]"}', 'described'],
    ['client', 4, '{"type":"response.output_audio.delta","delta":"[3.0 kB]"}', 'described'],
    ['client', 5, '{"id":1}', 'whole'],
    ['client', 6, '[2 frames, 3 bytes]', 'described'],
    ['client', 8, '{"a":1}', 'described'],
  ])
})

test('a frame is shown as it is recorded, or by its size if it is no text', () => {
  const shown = [delta(1, 300), new TextEncoder().encode('{"a":1}'), Uint8Array.of(0xff)].map((data) =>
    frameText({ from, at: 0, data }),
  )
  expect(shown).toEqual([delta(1, 300), '{"a":1}', '[1 byte]'])
})
