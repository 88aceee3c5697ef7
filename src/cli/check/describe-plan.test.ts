import { expect, test } from 'vitest'
import { buildCassette } from '../../../test/build-cassette.ts'
import type { Usage } from '../../llm/conversation.ts'
import type { ConversationReader } from '../conversation-reader.ts'
import { describePlan } from './describe-plan.ts'

function describe(...usages: (Usage | undefined)[]): string {
  const { interactions } = buildCassette(...usages.map(() => ({})))
  const byInteraction = new Map(interactions.map((interaction, index) => [interaction, usages[index]]))
  const read: ConversationReader = (interaction) => {
    const usage = byInteraction.get(interaction)
    return usage && { protocol: 'openai-chat', operation: 'chat', tools: [], messages: [], answers: [], usage }
  }
  const sent = interactions.map((interaction, index) => ({
    interaction,
    live: { url: `https://${'ab'[index]}.test/` },
  }))
  return describePlan(sent, read)
}

test.each<[string, (Usage | undefined)[], string]>([
  ['nothing', [], 'There is no request that can be sent.'],
  [
    'known amounts',
    [
      { input: 1, output: 2, cost: 0.001 },
      { input: 3, cost: 0.002 },
    ],
    'Sends 2 requests to a.test, b.test. Expected tokens: 6. Expected cost: $0.003.',
  ],
  [
    'unknown amounts',
    [{ input: 1, output: 2 }, undefined],
    'Sends 2 requests to a.test, b.test. Expected tokens: 3 for 1 of them, unknown for the others. Expected cost: unknown.',
  ],
  ['no amounts', [undefined], 'Sends 1 request to a.test. Expected tokens: unknown. Expected cost: unknown.'],
])('describes a plan with %s', (_name, usages, expected) => {
  expect(describe(...usages)).toBe(expected)
})
