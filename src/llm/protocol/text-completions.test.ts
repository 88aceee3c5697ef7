import { expect, test } from 'vitest'
import type { JsonObject } from '../../json/json-value.ts'
import { textCompletions } from './text-completions.ts'

const PROMPT = [{ role: 'user', parts: [{ kind: 'text', text: 'Once' }] }]

/** Reads a body as `readConversation` does: the first protocol that fits reads it. */
function readAnswer(request: JsonObject, answer: JsonObject, path = '/'): unknown {
  const protocol = textCompletions.find(({ isAnswer }) => isAnswer(answer, request))
  return (
    protocol && { name: protocol.name, ...protocol.readRequest(request, path), ...protocol.readAnswer(answer, request) }
  )
}

function readStream(request: JsonObject, events: readonly JsonObject[]): unknown {
  const parsed = events.map((json) => ({ name: undefined, data: JSON.stringify(json), json }))
  const protocol = textCompletions.find(({ stream }) => events.some((event) => stream?.isEvent(event, request)))
  const answer = protocol?.stream?.assemble(parsed) ?? {}
  return protocol && { name: protocol.name, ...protocol.readAnswer(answer, request) }
}

const answered = (finishReason: string) => [{ parts: [{ kind: 'text', text: 'a time' }], finishReason }]

test.each<[name: string, request: JsonObject, answer: JsonObject, expected: object]>([
  [
    'openai-completions',
    { model: 'm', prompt: 'Once' },
    {
      model: 'm-1',
      choices: [{ index: 0, text: 'a time', finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 2 },
    },
    { model: 'm-1', answers: answered('stop'), usage: { input: 1, output: 2 } },
  ],
  [
    'anthropic-completions',
    { prompt: 'Once', max_tokens_to_sample: 9, model: 'claude-2' },
    { completion: 'a time', stop_reason: 'stop_sequence', model: 'claude-2' },
    { model: 'claude-2', answers: answered('stop_sequence') },
  ],
  [
    'bedrock-titan',
    { inputText: 'Once' },
    { inputTextTokenCount: 3, results: [{ tokenCount: 4, outputText: 'a time', completionReason: 'FINISH' }] },
    { answers: answered('FINISH'), usage: { input: 3, output: 4 } },
  ],
  [
    'bedrock-llama',
    { prompt: 'Once' },
    { generation: 'a time', prompt_token_count: 5, generation_token_count: 6, stop_reason: 'stop' },
    { answers: answered('stop'), usage: { input: 5, output: 6 } },
  ],
  [
    'bedrock-mistral',
    { prompt: 'Once' },
    { outputs: [{ text: 'a time', stop_reason: 'stop' }] },
    { answers: answered('stop') },
  ],
  [
    'cohere-generate',
    { prompt: 'Once' },
    { generations: [{ text: 'a time', finish_reason: 'COMPLETE' }], prompt: 'Once' },
    { answers: answered('COMPLETE') },
  ],
  [
    'aleph-alpha',
    { prompt: 'Once', maximum_tokens: 9 },
    {
      model_version: 'l-1',
      completions: [{ completion: 'a time', finish_reason: 'maximum_tokens' }],
      num_tokens_prompt_total: 1,
      num_tokens_generated: 2,
    },
    { model: 'l-1', answers: answered('maximum_tokens'), usage: { input: 1, output: 2 } },
  ],
  [
    'huggingface-generation',
    { inputs: 'Once' },
    { generated_text: 'a time', details: { finish_reason: 'length', generated_tokens: 2 } },
    { answers: answered('length'), usage: { output: 2 } },
  ],
])('%s is read', (name, request, answer, expected) => {
  expect(readAnswer(request, answer)).toMatchObject({ name, tools: [], messages: PROMPT, ...expected })
})

test('the path names the model of Bedrock', () => {
  const read = readAnswer({ inputText: 'Once' }, { results: [{ outputText: 'x' }] }, '/model/amazon.titan-v1/invoke')
  expect(read).toMatchObject({ model: 'amazon.titan-v1' })
})

test('several prompts are the parts of a message', () => {
  const read = readAnswer({ prompt: ['a', { data: 'b' }] }, { choices: [{ text: 'x' }] })
  expect(read).toMatchObject({
    messages: [
      {
        role: 'user',
        parts: [
          { kind: 'text', text: 'a' },
          { kind: 'text', text: 'b' },
        ],
      },
    ],
  })
})

test('a stream of choices is joined for each index', () => {
  const piece = (index: number, text: string, finish_reason: string | null = null) => ({
    model: 'm',
    choices: [{ index, text, finish_reason }],
  })
  expect(
    readStream({ prompt: 'Once' }, [piece(0, 'a '), piece(1, 'b'), piece(0, 'time', 'stop'), piece(1, '', 'length')]),
  ).toEqual({
    name: 'openai-completions',
    model: 'm',
    answers: [...answered('stop'), { parts: [{ kind: 'text', text: 'b' }], finishReason: 'length' }],
  })
})

test('the last event of Hugging Face has the whole text', () => {
  const token = (text: string) => ({ index: 0, token: { id: 1, text }, generated_text: null })
  const last = { ...token('time'), generated_text: 'a time', details: { finish_reason: 'stop', generated_tokens: 2 } }
  expect(readStream({ inputs: 'Once' }, [token('a '), last])).toEqual({
    name: 'huggingface-generation',
    answers: answered('stop'),
    usage: { output: 2 },
  })
})

test.each<[string, JsonObject, JsonObject]>([
  ['another member of the same name', { prompt: 'Once' }, { results: [{ text: 'x' }] }],
  ['no prompt', {}, { generation: 'x' }],
  ['no answer', { prompt: 'Once' }, { error: 'x' }],
])('%s is not read', (_name, request, answer) => {
  expect(readAnswer(request, answer)).toBeUndefined()
})
