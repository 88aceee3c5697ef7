import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const user = (...texts: string[]) => [{ role: 'user', parts: texts.map((text) => ({ kind: 'text', text })) }]
const vectors = (count: number, dimensions: number) => [{ parts: [{ kind: 'vectors', count, dimensions }] }]

test.each([
  [
    'Cohere',
    { texts: ['a', 'b'] },
    {
      embeddings: {
        float: [
          [1, 2],
          [3, 4],
        ],
      },
    },
    user('a', 'b'),
    vectors(2, 2),
  ],
  ['Ollama', { model: 'm', input: 'a' }, { model: 'm', embeddings: [[1, 2, 3]] }, user('a'), vectors(1, 3)],
  ['an older Ollama', { model: 'm', prompt: 'a' }, { embedding: [1] }, user('a'), vectors(1, 1)],
  ['Titan', { inputText: 'a' }, { embedding: [1, 2], inputTextTokenCount: 1 }, user('a'), vectors(1, 2)],
  ['Hugging Face', { inputs: ['a'] }, { data: [{ embedding: [1, 2] }] }, user('a'), vectors(1, 2)],
  [
    'a batch of Gemini',
    { requests: [{ content: { parts: [{ text: 'a' }] } }, { content: { parts: [{ text: 'b' }] } }] },
    { embeddings: [{ values: [1] }, { values: [2] }] },
    user('a', 'b'),
    vectors(2, 1),
  ],
  [
    'Vertex',
    { instances: [{ content: 'a' }] },
    { predictions: [{ embeddings: { values: [1, 2] } }] },
    user('a'),
    vectors(1, 2),
  ],
])('the embeddings of %s are read', (_name, request, response, messages, answers) => {
  expect(read(request, response)).toMatchObject({ protocol: 'embeddings', messages, answers })
})

test.each([
  [{ usage: { prompt_tokens: 2, total_tokens: 3, cost: 0.1 } }, { input: 2, cost: 0.1 }],
  [{ usage: { total_tokens: 3 } }, { input: 3 }],
  [{ meta: { billed_units: { input_tokens: 4 } } }, { input: 4 }],
  [{ inputTextTokenCount: 5 }, { input: 5 }],
  [{ prompt_eval_count: 6 }, { input: 6 }],
  [{}, undefined],
])('the tokens of %j are read', (usage, expected) => {
  expect(read({ input: 'a' }, { data: [{ embedding: [1] }], ...usage })?.usage).toEqual(expected)
})

test('vectors of numbers that are not base64 of whole 32-bit numbers are not read', () => {
  const data = [{ embedding: 'AAAA' }, { embedding: 'not base64' }, { embedding: [] }]
  expect(read({ input: 'a' }, { data })?.answers ?? []).toEqual([])
})
