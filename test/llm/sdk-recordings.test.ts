import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { expect, test } from 'vitest'
import type { Conversation, Part } from '../../src/llm/conversation.ts'
import { readConversation } from '../../src/llm/read-conversation.ts'
import { withAnswer } from './assemble-with-sdk.ts'
import { data, events, recordConversation } from './record-conversation.ts'

const SSE = 'text/event-stream'
const QUESTION = 'How warm is it in Lisbon and in Porto?'

test("a chat of OpenAI is assembled as the SDK's finalChatCompletion", async () => {
  const chunk = (delta: object, finish_reason: string | null = null): object => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1763000000,
    model: 'gpt-5-mini-2025-08-07',
    choices: [{ index: 0, delta, finish_reason }],
  })
  const call = (index: number, rest: object): object => chunk({ tool_calls: [{ index, ...rest }] })
  const pieces = data(
    chunk({ role: 'assistant', content: '' }),
    chunk({ content: 'Let me ' }),
    chunk({ content: 'look.' }),
    call(0, { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '' } }),
    call(0, { function: { arguments: '{"city":' } }),
    call(1, { id: 'call_2', type: 'function', function: { name: 'weather', arguments: '{"city":"Porto"}' } }),
    call(0, { function: { arguments: '"Lisbon"}' } }),
    chunk({}, 'tool_calls'),
    {
      ...chunk({}),
      choices: [],
      usage: {
        prompt_tokens: 40,
        completion_tokens: 30,
        total_tokens: 70,
        prompt_tokens_details: { cached_tokens: 32 },
        completion_tokens_details: { reasoning_tokens: 12 },
      },
    },
    '[DONE]',
  )
  const { result, interaction, conversation } = await recordConversation({ type: SSE, pieces }, ({ fetch, origin }) =>
    new OpenAI({ apiKey: 'x', baseURL: `${origin}/v1`, fetch }).chat.completions
      .stream({ model: 'gpt-5-mini', messages: [{ role: 'user', content: QUESTION }] })
      .finalChatCompletion(),
  )
  expect(conversation).toEqual(readConversation(withAnswer(interaction, result)))
  expect(conversation).toEqual({
    protocol: 'openai-chat',
    operation: 'chat',
    model: 'gpt-5-mini-2025-08-07',
    tools: [],
    messages: [{ role: 'user', parts: [{ kind: 'text', text: QUESTION }] }],
    answers: [
      {
        parts: [
          { kind: 'text', text: 'Let me look.' },
          { kind: 'tool-call', id: 'call_1', name: 'weather', arguments: { city: 'Lisbon' } },
          { kind: 'tool-call', id: 'call_2', name: 'weather', arguments: { city: 'Porto' } },
        ],
        finishReason: 'tool_calls',
      },
    ],
    usage: { input: 40, cachedInput: 32, output: 30, reasoning: 12 },
  })
})

test("a response of OpenAI is assembled as the SDK's finalResponse, also without its last event", async () => {
  const item = { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed' }
  const reasoning = { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'Two cities.' }] }
  const content = [{ type: 'output_text', text: 'Let me look.', annotations: [] }]
  const call = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'weather', status: 'completed' }
  const response = { id: 'resp_1', object: 'response', created_at: 1763000000, model: 'gpt-5-mini', output: [] }
  const pieces = events(
    { type: 'response.created', response: { ...response, status: 'in_progress' } } as never,
    { type: 'response.output_item.added', output_index: 0, item: { ...reasoning, summary: [] } } as never,
    {
      type: 'response.reasoning_summary_part.added',
      item_id: 'rs_1',
      output_index: 0,
      summary_index: 0,
      part: { type: 'summary_text', text: '' },
    } as never,
    {
      type: 'response.reasoning_summary_text.delta',
      item_id: 'rs_1',
      output_index: 0,
      summary_index: 0,
      delta: 'Two ',
    } as never,
    {
      type: 'response.reasoning_summary_text.delta',
      item_id: 'rs_1',
      output_index: 0,
      summary_index: 0,
      delta: 'cities.',
    } as never,
    { type: 'response.output_item.added', output_index: 1, item: { ...item, content: [] } } as never,
    {
      type: 'response.content_part.added',
      item_id: 'msg_1',
      output_index: 1,
      content_index: 0,
      part: { type: 'output_text', text: '', annotations: [] },
    } as never,
    {
      type: 'response.output_text.delta',
      item_id: 'msg_1',
      output_index: 1,
      content_index: 0,
      delta: 'Let me ',
    } as never,
    {
      type: 'response.output_text.delta',
      item_id: 'msg_1',
      output_index: 1,
      content_index: 0,
      delta: 'look.',
    } as never,
    { type: 'response.output_item.added', output_index: 2, item: { ...call, arguments: '' } } as never,
    { type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 2, delta: '{"city":' } as never,
    { type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 2, delta: '"Porto"}' } as never,
    {
      type: 'response.completed',
      response: {
        ...response,
        status: 'completed',
        output: [reasoning, { ...item, content }, { ...call, arguments: '{"city":"Porto"}' }],
        usage: {
          input_tokens: 40,
          input_tokens_details: { cached_tokens: 0 },
          output_tokens: 30,
          output_tokens_details: { reasoning_tokens: 12 },
          total_tokens: 70,
        },
      },
    } as never,
  )
  const use = ({ fetch, origin }: { fetch: typeof globalThis.fetch; origin: string }) =>
    new OpenAI({ apiKey: 'x', baseURL: `${origin}/v1`, fetch }).responses
      .stream({ model: 'gpt-5', instructions: 'Be brief.', input: QUESTION })
      .finalResponse()
  const { result, interaction, conversation } = await recordConversation({ type: SSE, pieces }, use)
  const parts: Part[] = [
    { kind: 'reasoning', text: 'Two cities.' },
    { kind: 'text', text: 'Let me look.' },
    { kind: 'tool-call', id: 'call_1', name: 'weather', arguments: { city: 'Porto' } },
  ]
  const expected: Conversation = {
    protocol: 'openai-responses',
    operation: 'chat',
    model: 'gpt-5-mini',
    tools: [],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      { role: 'user', parts: [{ kind: 'text', text: QUESTION }] },
    ],
    answers: [{ parts, finishReason: 'completed' }],
    usage: { input: 40, cachedInput: 0, output: 30, reasoning: 12 },
  }
  expect(conversation).toEqual(readConversation(withAnswer(interaction, result)))
  expect(conversation).toEqual(expected)
  const cut = Buffer.from(interaction.response.body).toString().split('event: response.completed')[0] ?? ''
  const { usage, ...rest } = expected
  expect(
    readConversation({ ...interaction, response: { ...interaction.response, body: new TextEncoder().encode(cut) } }),
  ).toEqual({ ...rest, answers: [{ parts }] })
})

test("a message of Anthropic is assembled as the SDK's finalMessage", async () => {
  const delta = (index: number, value: object): never => ({ type: 'content_block_delta', index, delta: value }) as never
  const start = (index: number, content_block: object): never =>
    ({ type: 'content_block_start', index, content_block }) as never
  const stop = (index: number): never => ({ type: 'content_block_stop', index }) as never
  const pieces = events(
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'claude-sonnet-4-5-20250929',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 10, cache_creation_input_tokens: 20, cache_read_input_tokens: 300, output_tokens: 1 },
      },
    } as never,
    start(0, { type: 'thinking', thinking: '', signature: '' }),
    delta(0, { type: 'thinking_delta', thinking: 'Two ' }),
    delta(0, { type: 'thinking_delta', thinking: 'cities.' }),
    delta(0, { type: 'signature_delta', signature: 'c2ln' }),
    stop(0),
    start(1, { type: 'text', text: '' }),
    delta(1, { type: 'text_delta', text: 'Let me look.' }),
    stop(1),
    start(2, { type: 'tool_use', id: 'toolu_1', name: 'weather', input: {} }),
    delta(2, { type: 'input_json_delta', partial_json: '' }),
    delta(2, { type: 'input_json_delta', partial_json: '{"city": ' }),
    delta(2, { type: 'input_json_delta', partial_json: '"Lisbon"}' }),
    stop(2),
    { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 50 } } as never,
    { type: 'message_stop' },
  )
  const { result, interaction, conversation } = await recordConversation({ type: SSE, pieces }, ({ fetch, origin }) =>
    new Anthropic({ apiKey: 'x', baseURL: origin, fetch }).messages
      .stream({ model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user', content: QUESTION }] })
      .finalMessage(),
  )
  expect(conversation).toEqual(readConversation(withAnswer(interaction, result)))
  expect(conversation).toMatchObject({
    protocol: 'anthropic-messages',
    model: 'claude-sonnet-4-5-20250929',
    answers: [
      {
        parts: [
          { kind: 'reasoning', text: 'Two cities.' },
          { kind: 'text', text: 'Let me look.' },
          { kind: 'tool-call', id: 'toolu_1', name: 'weather', arguments: { city: 'Lisbon' } },
        ],
        finishReason: 'tool_use',
      },
    ],
    usage: { input: 330, cachedInput: 300, cacheWriteInput: 20, output: 50 },
  })
})
