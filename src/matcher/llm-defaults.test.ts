import { expect, test } from 'vitest'
import { corpus, corpusFiles } from '../../test/corpus.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { loadCassette } from '../session/load-cassette.ts'
import { type LlmRule, llmDefaults } from './llm-defaults.ts'
import { createRequestMatcher } from './request-matcher.ts'

const request = (body: unknown, url = 'https://api.test/v1/chat'): HttpRequest => ({
  method: 'POST',
  url,
  headers: [['content-type', 'application/json']],
  body: new TextEncoder().encode(JSON.stringify(body)),
})

const equal = (a: HttpRequest, b: HttpRequest, except: readonly LlmRule[] = []): boolean => {
  const { key } = createRequestMatcher({ normalize: llmDefaults({ except }) })
  return key(a) === key(b)
}

const geminiLoop = (...ids: string[]): HttpRequest =>
  request({
    contents: [
      { role: 'model', parts: ids.map((id) => ({ functionCall: { name: 'f', args: {}, id } })) },
      {
        role: 'user',
        parts: ids.map((id) => ({ functionResponse: { id, name: 'f', response: { content: id.length } } })),
      },
    ],
  })
const chatLoop = (...ids: string[]): object[] => [
  { role: 'assistant', tool_calls: ids.map((id) => ({ id, type: 'function', function: { name: 'f' } })) },
  ...ids.map((id) => ({ role: 'tool', tool_call_id: id, content: 'x' })),
]
const responsesLoop = (id: string): object[] => [
  { type: 'function_call', id: `fc_${id}`, call_id: id, name: 'f' },
  { type: 'function_call_output', call_id: id, output: 'x' },
]
const claudeLoop = (id: string): object[] => [
  { role: 'assistant', content: [{ type: 'tool_use', id, name: 'f' }] },
  { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: 'x' }] },
]
const bedrockLoop = (toolUseId: string): object[] => [
  { content: [{ toolUse: { toolUseId, name: 'f' } }] },
  { content: [{ toolResult: { toolUseId, content: [] } }] },
]

const samples: Record<LlmRule, [a: HttpRequest, b: HttpRequest][]> = {
  'empty-members': [
    [request({ a: null, b: { c: [] }, d: '', e: 0 }), request({ e: 0 })],
    [request({ messages: [{ content: null, role: 'tool' }] }), request({ messages: [{ role: 'tool' }] })],
  ],
  'false-defaults': [
    [request({ stream: false, tools: [{ strict: false, a: 1 }] }), request({ tools: [{ a: 1 }] })],
    [
      request({ tool_choice: { type: 'auto', disable_parallel_tool_use: false } }),
      request({ tool_choice: { type: 'auto' } }),
    ],
    [request({ messages: [{ role: 'user', prefix: false }] }), request({ messages: [{ role: 'user' }] })],
  ],
  'nested-json': [
    [
      request({ tool_calls: [{ function: { arguments: '{"a": 2, "b": 1}' } }] }),
      request({ tool_calls: [{ function: { arguments: '{"b":1,"a":2}' } }] }),
    ],
  ],
  'developer-role': [
    [
      request({ messages: [{ role: 'developer', content: 'x' }] }),
      request({ messages: [{ role: 'system', content: 'x' }] }),
    ],
  ],
  'single-text': [
    [request({ content: [{ type: 'text', text: 'x' }] }), request({ content: 'x' })],
    [request({ system: [{ type: 'text', text: 'x' }] }), request({ system: 'x' })],
    [request({ input: [{ content: [{ type: 'input_text', text: 'x' }] }] }), request({ input: [{ content: 'x' }] })],
    [request({ input: [{ content: [{ type: 'output_text', text: 'x' }] }] }), request({ input: [{ content: 'x' }] })],
  ],
  'max-tokens': [[request({ max_completion_tokens: 5 }), request({ max_tokens: 5 })]],
  'sdk-members': [
    [request({ m: 1, include: ['x'], stream_options: { a: 1 }, usage: { include: true } }), request({ m: 1 })],
    [request({ anthropic_version: 'vertex-2023-10-16' }), request({ anthropic_version: 'vertex-2026-10-21' })],
    [request({ tools: [{ name: 'x', eager_input_streaming: true }] }), request({ tools: [{ name: 'x' }] })],
    [request({ messages: [{ role: 'tool', name: 'x' }] }), request({ messages: [{ role: 'tool' }] })],
    [request({ tool_calls: [{ id: 'a', index: 0 }] }), request({ tool_calls: [{ id: 'a' }] })],
    [request({ systemInstruction: { role: 'user', parts: [1] } }), request({ systemInstruction: { parts: [1] } })],
  ],
  'call-ids': [
    [geminiLoop('aB3dE5fG', 'x'), geminiLoop('Zz9yX8wV', 'y')],
    [request({ messages: chatLoop('call_a', 'call_b') }), request({ messages: chatLoop('call_b', 'call_a') })],
    [request({ input: responsesLoop('a') }), request({ input: responsesLoop('b') })],
    [request({ messages: claudeLoop('toolu_1') }), request({ messages: claudeLoop('toolu_2') })],
    [request({ messages: bedrockLoop('a') }), request({ messages: bedrockLoop('b') })],
  ],
  'api-version': [
    [request({}, 'https://api.test/v1beta/models/x:generate'), request({}, 'https://api.test/v1/models/x:generate')],
    [request({}, 'https://api.test/v1/messages?beta=true'), request({}, 'https://api.test/v1/messages')],
    [request({}, 'https://api.test/chat?api-version=1&a=b'), request({}, 'https://api.test/chat?a=b')],
  ],
}

test.each(Object.entries(samples))(
  'the samples of rule %s are equal with the rule and different without it',
  (rule, pairs) => {
    for (const [a, b] of pairs) {
      expect(equal(a, b)).toBe(true)
      expect(equal(a, b, [rule as LlmRule])).toBe(false)
    }
  },
)

test.each([
  ['the prompt', { messages: [{ role: 'user', content: 'x' }] }, { messages: [{ role: 'user', content: 'y' }] }],
  ['streaming', { stream: true }, { stream: false }],
  ['the token budget', { max_tokens: 5 }, { max_completion_tokens: 6 }],
  ['a part with more than text', { content: [{ type: 'text', text: 'x', cache_control: 1 }] }, { content: 'x' }],
  ['a part that is not text', { content: [{ type: 'refusal', text: 'x' }] }, { content: 'x' }],
  [
    'a second part',
    {
      content: [
        { type: 'text', text: 'x' },
        { type: 'text', text: 'y' },
      ],
    },
    { content: 'x' },
  ],
  ['a role', { messages: [{ role: 'user', content: 'x' }] }, { messages: [{ role: 'assistant', content: 'x' }] }],
  ['the word developer', { messages: [{ content: 'developer' }] }, { messages: [{ content: 'system' }] }],
  [
    'the spelling of JSON in a message',
    { messages: [{ content: '{"a": 1}' }] },
    { messages: [{ content: '{"a":1}' }] },
  ],
  ['one of two token budgets', { max_tokens: 5, max_completion_tokens: 6 }, { max_tokens: 6 }],
  ['the usage of a part', { messages: [{ content: 'x', usage: 1 }] }, { messages: [{ content: 'x' }] }],
  [
    'the streaming of a message',
    { messages: [{ content: 'x', eager_input_streaming: true }] },
    { messages: [{ content: 'x' }] },
  ],
  ['the index of a message', { messages: [{ content: 'x', index: 0 }] }, { messages: [{ content: 'x' }] }],
  ['the name of a user', { messages: [{ role: 'user', name: 'x' }] }, { messages: [{ role: 'user' }] }],
  ['the order of messages', { messages: ['a', 'b'] }, { messages: ['b', 'a'] }],
  ['the name of a tool', { tools: [{ name: 'a' }] }, { tools: [{ name: 'b' }] }],
  [
    'the call of a result',
    { messages: [...chatLoop('a', 'b'), { tool_call_id: 'a' }] },
    { messages: [...chatLoop('a', 'b'), { tool_call_id: 'b' }] },
  ],
  ['the id of something else', { messages: [{ id: 'a' }] }, { messages: [{ id: 'b' }] }],
  ['an empty item of a list', { input: ['', 'a'] }, { input: ['a'] }],
])('requests that differ in %s are different', (_title, a, b) => {
  expect(equal(request(a), request(b))).toBe(false)
})

test('a rule that is not an exception applies', () => {
  expect(equal(request({ max_completion_tokens: 5 }), request({ max_tokens: 5 }), ['nested-json'])).toBe(true)
})

test('the version of an API is part of the path only at its start', () => {
  const models = (path: string): HttpRequest => request({}, `https://api.test${path}/models/x`)
  expect(equal(models('/files/v1beta'), models('/files/v1'))).toBe(false)
})

test('an unknown rule is refused', () => {
  const except = ['max-token'] as unknown as LlmRule[]
  expect(() => llmDefaults({ except })).toThrow(CassetteOptionError)
})

test.skipIf(corpus === 'absent')('no two different recordings of the corpus become equal', () => {
  const files = corpusFiles('go-vcr-v2')
  expect(files.length).toBeGreaterThan(0)
  const exact = createRequestMatcher()
  const lenient = createRequestMatcher({ normalize: llmDefaults() })
  const collisions = files.filter(({ file }) => {
    const requests = loadCassette(file, 'replay', 'throw').cassette.interactions.map(
      (interaction) => interaction.request,
    )
    return new Set(requests.map(exact.key)).size !== new Set(requests.map(lenient.key)).size
  })
  expect(collisions.map(({ name }) => name)).toEqual([])
})
