import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock'
import { createCohere } from '@ai-sdk/cohere'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { jsonSchema, type LanguageModel, streamText, tool } from 'ai'
import { expect, test } from 'vitest'
import type { Conversation } from '../../src/llm/conversation.ts'
import { encodeAwsEvent } from './encode-aws-frame.ts'
import { data, events, recordConversation } from './record-conversation.ts'

const SSE = 'text/event-stream'
const QUESTION = 'How warm is it in Lisbon and in Porto?'

/** The answer as the AI SDK assembles it, in the form of `summarize`. */
async function streamWith(model: LanguageModel): Promise<object> {
  const inputSchema = jsonSchema<object>({ type: 'object', properties: { city: { type: 'string' } } })
  const answer = streamText({ model, prompt: QUESTION, tools: { weather: tool({ inputSchema }) }, maxRetries: 0 })
  const usage = await answer.usage
  return {
    text: await answer.text,
    reasoning: (await answer.reasoningText) ?? '',
    toolCalls: (await answer.toolCalls).map(({ toolName, input }) => ({ name: toolName, arguments: input })),
    input: usage.inputTokens,
    output: usage.outputTokens,
  }
}

function summarize(conversation: Conversation | undefined): object {
  const parts = conversation?.answers[0]?.parts ?? []
  const textOf = (kind: string): string =>
    parts.map((part) => (part.kind === kind && 'text' in part ? part.text : '')).join('')
  return {
    text: textOf('text'),
    reasoning: textOf('reasoning'),
    toolCalls: parts.flatMap((part) =>
      part.kind === 'tool-call' ? [{ name: part.name, arguments: part.arguments }] : [],
    ),
    input: conversation?.usage?.input,
    output: conversation?.usage?.output,
  }
}

test('a stream of Gemini is assembled as the AI SDK does', async () => {
  const chunk = (parts: object[], rest: object = {}): object => ({
    candidates: [{ content: { role: 'model', parts }, index: 0, ...rest }],
    usageMetadata: { promptTokenCount: 12, candidatesTokenCount: 9, thoughtsTokenCount: 20, totalTokenCount: 41 },
    modelVersion: 'gemini-2.5-flash',
  })
  const pieces = data(
    chunk([{ text: 'Two ', thought: true }]),
    chunk([{ text: 'cities.', thought: true }]),
    chunk([{ text: 'Let me ' }]),
    chunk([{ text: 'look.' }]),
    chunk([{ functionCall: { name: 'weather', args: { city: 'Lisbon' } } }], { finishReason: 'STOP' }),
  )
  const { result, conversation } = await recordConversation({ type: SSE, pieces }, ({ fetch, origin }) =>
    streamWith(createGoogleGenerativeAI({ apiKey: 'x', baseURL: `${origin}/v1beta`, fetch })('gemini-2.5-flash')),
  )
  expect(summarize(conversation)).toEqual(result)
  expect(conversation).toMatchObject({ protocol: 'gemini', tools: ['weather'], answers: [{ finishReason: 'STOP' }] })
})

test('a stream of Bedrock Converse is assembled as the AI SDK does', async () => {
  const delta = (contentBlockIndex: number, value: object): Buffer =>
    encodeAwsEvent('contentBlockDelta', { contentBlockIndex, delta: value, p: 'abc' })
  const pieces = [
    encodeAwsEvent('messageStart', { role: 'assistant', p: 'abcdef' }),
    delta(0, { reasoningContent: { text: 'Two cities.' } }),
    delta(0, { reasoningContent: { signature: 'c2ln' } }),
    encodeAwsEvent('contentBlockStop', { contentBlockIndex: 0 }),
    delta(1, { text: 'Let me ' }),
    delta(1, { text: 'look.' }),
    encodeAwsEvent('contentBlockStop', { contentBlockIndex: 1 }),
    encodeAwsEvent('contentBlockStart', {
      contentBlockIndex: 2,
      start: { toolUse: { toolUseId: 'tooluse_1', name: 'weather' } },
    }),
    delta(2, { toolUse: { input: '{"city":' } }),
    delta(2, { toolUse: { input: '"Lisbon"}' } }),
    encodeAwsEvent('contentBlockStop', { contentBlockIndex: 2 }),
    encodeAwsEvent('messageStop', { stopReason: 'tool_use' }),
    encodeAwsEvent('metadata', { usage: { inputTokens: 12, outputTokens: 9, totalTokens: 21 } }),
  ]
  const type = 'application/vnd.amazon.eventstream'
  const { result, conversation } = await recordConversation({ type, pieces }, ({ fetch, origin }) =>
    streamWith(
      createAmazonBedrock({
        region: 'us-east-1',
        accessKeyId: 'x',
        secretAccessKey: 'x',
        baseURL: origin,
        fetch,
      })('us.amazon.nova-lite-v1:0'),
    ),
  )
  expect(summarize(conversation)).toEqual(result)
  expect(conversation).toMatchObject({
    protocol: 'bedrock-converse',
    model: 'us.amazon.nova-lite-v1:0',
    tools: ['weather'],
    answers: [{ finishReason: 'tool_use' }],
  })
})

test('a stream of Cohere is assembled as the AI SDK does', async () => {
  const message = (type: string, index: number, value: object): never =>
    ({ type, index, delta: { message: value } }) as never
  const pieces = events(
    { type: 'message-start', id: 'c1', delta: { message: { role: 'assistant', content: [] } } } as never,
    message('content-start', 0, { content: { type: 'text', text: '' } }),
    message('content-delta', 0, { content: { text: 'Let me ' } }),
    message('content-delta', 0, { content: { text: 'look.' } }),
    { type: 'content-end', index: 0 } as never,
    message('tool-call-start', 0, {
      tool_calls: { id: 't1', type: 'function', function: { name: 'weather', arguments: '' } },
    }),
    message('tool-call-delta', 0, { tool_calls: { function: { arguments: '{"city":"Lisbon"}' } } }),
    { type: 'tool-call-end', index: 0 } as never,
    {
      type: 'message-end',
      delta: { finish_reason: 'TOOL_CALL', usage: { tokens: { input_tokens: 12, output_tokens: 9 } } },
    } as never,
  )
  const { result, conversation } = await recordConversation({ type: SSE, pieces }, ({ fetch, origin }) =>
    streamWith(createCohere({ apiKey: 'x', baseURL: `${origin}/v2`, fetch })('command-a-03-2025')),
  )
  expect(summarize(conversation)).toEqual(result)
  expect(conversation).toMatchObject({ protocol: 'cohere-chat', answers: [{ finishReason: 'TOOL_CALL' }] })
})
