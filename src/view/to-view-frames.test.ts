import { expect, test } from 'vitest'
import { buildConversation } from '../../test/build-conversation.ts'
import type { WebSocketConversation } from '../cassette.ts'
import { readConversation } from '../llm/read-conversation.ts'
import { createTextBudget } from './text-budget.ts'
import { toViewData } from './to-view-data.ts'
import type { ViewInteraction } from './view-data.ts'

async function view(conversation: WebSocketConversation): Promise<ViewInteraction | undefined> {
  const built = buildConversation(conversation)
  const interaction = { ...built, response: { ...built.response, duration: 100 } }
  const files = [{ path: 'a.yaml', interactions: [{ index: 0, interaction, badges: [] }] }]
  const { cassettes } = await toViewData(files, { readConversation, budget: createTextBudget() })
  return cassettes[0]?.interactions[0]
}

const event = (json: object): string => JSON.stringify(json)

test('the frames of a WebSocket are a stream of two peers, whose text adds to the answer', async () => {
  const silence = btoa('\0'.repeat(3_000))
  const interaction = await view({
    frames: [
      { from: 'client', at: 0, data: event({ type: 'response.create', model: 'gpt-5.2', input: 'Hi' }) },
      {
        from: 'server',
        at: 5,
        data: event({ type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'Hel' }),
      },
      {
        from: 'server',
        at: 9,
        data: event({ type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'lo.' }),
      },
      { from: 'server', at: 10, data: event({ type: 'sound', event_id: 'a', data: silence }) },
      { from: 'server', at: 11, data: event({ type: 'sound', event_id: 'b', data: silence }) },
      { from: 'client', at: 12, data: Uint8Array.of(0xff, 0) },
    ],
    close: { from: 'client', code: 1000, reason: 'bye' },
  })
  expect(interaction).toMatchObject({ status: 101, badges: [], duration: 112, model: 'gpt-5.2', words: 'Hello.' })
  const { events = [], ...stream } = interaction?.stream ?? {}
  expect(stream).toEqual({
    unit: 'frame',
    omitted: 0,
    received: 4,
    headers: 100,
    close: { from: 'client', code: 1000, reason: 'bye' },
  })
  expect(events.map(({ time, peer, name, progress }) => [time, peer, name, progress])).toEqual([
    [100, 'client', 'response.create', undefined],
    [105, 'server', 'response.output_text.delta', [[0, 3]]],
    [109, 'server', 'response.output_text.delta', [[0, 6]]],
    [110, 'server', 'sound', undefined],
    [112, 'client', undefined, undefined],
  ])
  expect(events.slice(2).map(({ text, shown }) => [text, shown])).toEqual([
    [expect.stringContaining('"delta":"lo."'), undefined],
    ['{"type":"sound","data":"[2 frames, 6.0 kB]"}', 'in part'],
    ['[2 bytes]', 'in part'],
  ])
})

test('a connection without frames has a stream without events', async () => {
  const { stream, badges } = (await view({ frames: [] })) ?? {}
  expect({ stream, badges }).toEqual({
    stream: { unit: 'frame', events: [], omitted: 0, received: 0, headers: 100 },
    badges: [],
  })
})
