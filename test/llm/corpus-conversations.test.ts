import { readFileSync } from 'node:fs'
import { type Interaction, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import type { Conversation } from '../../src/llm/conversation.ts'
import { readConversation } from '../../src/llm/read-conversation.ts'
import { corpus, corpusFiles, readableFolders } from '../corpus.ts'
import { assembleWithSdk, hasStreamHelper, withAnswer } from './assemble-with-sdk.ts'

interface Recorded {
  readonly place: string
  readonly interaction: Interaction
  readonly conversation: Conversation | undefined
}

/** Empty if the corpus is absent. */
const recorded: readonly Recorded[] = readableFolders.flatMap((folder) =>
  corpusFiles(folder).flatMap(({ name, file }) =>
    parseCassette(readFileSync(file), { path: name }).interactions.map((interaction, index) => ({
      place: `${folder}/${name}#${index}`,
      interaction,
      conversation: readConversation(interaction),
    })),
  ),
)

/** The ends of the paths of APIs that are known to be those of models. An independent criterion: the reader looks at bodies. */
const MODEL_PATH =
  /\/(?:chat\/completions|completions|responses|messages|complete|embeddings|rerank|converse|converse-stream|invoke|invoke-with-response-stream|mcp|generations|api\/chat|api\/generate|v[12]\/chat|completions\/stream|openai|flux-dev|sessions\/[^/]+\/text)$|:predictLongRunning$|:(?:streamG|g)enerateContent$|\/ai\/run\//

/** Requests of a model that are not read, and their number. */
const UNREAD: readonly (readonly [reason: string, place: RegExp, count: number])[] = [
  ["Cody's own protocol", /^har\/cody__/, 56],
  ['the request was written by hand and is not JSON', /writer_(?:async_)?chat_tool_calls/, 4],
  ['it was made up: messages are answered with a completion', /bedrock-invokemodel-adds-anthropic/, 1],
  ['an error of a gateway whose path shows no protocol', /pollinations/, 1],
  ['an image that is only requested, and fetched later', /genai__bfl__/, 2],
  ['a video that is only requested, and fetched later', /GenAsync-Video/, 1],
  ['an agent of Bedrock, which answers with its own events', /bedrock-agent/, 1],
]

test.skipIf(corpus === 'absent')('every request of a model in the corpus is read, or counted as unread', () => {
  const isOfModel = ({ interaction: { request } }: Recorded): boolean =>
    request.method === 'POST' && MODEL_PATH.test(request.url.replace(/\?.*$/s, ''))
  const unread = recorded.filter((one) => isOfModel(one) && !one.conversation).map(({ place }) => place)
  const reasonOf = (place: string): string => UNREAD.find(([, known]) => known.test(place))?.[0] ?? place
  console.info(countBy(recorded, ({ conversation }) => conversation?.protocol ?? 'plain HTTP'))
  expect(countBy(unread, reasonOf)).toEqual(Object.fromEntries(UNREAD.map(([reason, , count]) => [reason, count])))
  expect(recorded.filter(({ conversation }) => conversation).length).toBeGreaterThan(500)
})

test.skipIf(corpus === 'absent')(
  'streams of the corpus are assembled as the SDKs of OpenAI and Anthropic do',
  async () => {
    const results: string[] = []
    for (const { place, interaction, conversation } of recorded) {
      if (!conversation || !hasStreamHelper(conversation.protocol, interaction)) continue
      const answer = await assembleWithSdk(conversation.protocol, interaction).catch((error: Error) => error)
      const refusal = answer instanceof Error ? `refused by the SDK: ${answer.message.slice(0, 60)}` : undefined
      results.push(`${conversation.protocol}: ${refusal ?? 'equal'}`)
      if (refusal !== undefined) continue
      const expected = readConversation(withAnswer(interaction, answer))
      expect({ place, conversation: withoutReasoning(conversation) }).toEqual({
        place,
        conversation: withoutReasoning(expected),
      })
    }
    console.info(countBy(results, (result) => result))
    expect(results.filter((result) => result.endsWith('equal')).length).toBeGreaterThan(100)
  },
)

/** OpenAI's helper for chats keeps only the last piece of the reasoning, which OpenAI itself does not send. */
function withoutReasoning(conversation: Conversation | undefined): unknown {
  if (conversation?.protocol !== 'openai-chat') return conversation
  const answers = conversation.answers.map((answer) => ({
    ...answer,
    parts: answer.parts.filter(({ kind }) => kind !== 'reasoning'),
  }))
  return { ...conversation, answers }
}

function countBy<Item>(items: readonly Item[], toKey: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[toKey(item)] = (counts[toKey(item)] ?? 0) + 1
  return counts
}
