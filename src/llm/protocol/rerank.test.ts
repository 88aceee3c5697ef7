import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

test("Voyage's names, and the tokens, are read", () => {
  const result = { index: 0, relevance_score: 0.4 }
  const answer = { object: 'list', data: [result], model: 'rerank-2', usage: { total_tokens: 26 } }
  expect(read({ query: 'q', documents: ['a'] }, answer)).toMatchObject({
    protocol: 'rerank',
    model: 'rerank-2',
    answers: [{ parts: [{ kind: 'other', type: 'rerank', value: result }] }],
    usage: { input: 26 },
  })
})

test('results without a score are not a reranking', () => {
  expect(read({ query: 'q', documents: ['a'] }, { results: [{ index: 0 }] })?.answers ?? []).toEqual([])
})
