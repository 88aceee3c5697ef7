import { expect, test } from 'vitest'
import { read } from '../../test/llm/read.ts'

const REQUEST = { model: 'm', messages: [{ role: 'user', content: 'Hi' }] }
const failed = (response: unknown) => read(REQUEST, response, { url: 'https://a.test/chat/completions', status: 400 })

test.each<[string, unknown, unknown]>([
  ['OpenAI', { error: { type: 'invalid', message: 'Bad', code: 'x' } }, { type: 'invalid', message: 'Bad' }],
  [
    'Anthropic',
    { type: 'error', error: { type: 'overloaded_error', message: 'Bad' } },
    { type: 'overloaded_error', message: 'Bad' },
  ],
  ['Google', [{ error: { code: 400, status: 'INVALID', message: 'Bad' } }], { type: 'INVALID', message: 'Bad' }],
  ['Mistral', { object: 'error', type: 'invalid', message: 'Bad' }, { type: 'invalid', message: 'Bad' }],
  ['AWS', { __type: 'ValidationException', Message: 'Bad' }, { type: 'ValidationException', message: 'Bad' }],
  ['Cohere', { message: 'Bad' }, { message: 'Bad' }],
  ['Ollama', { error: 'Bad' }, { message: 'Bad' }],
  ['Hugging Face', { error: 'Bad', error_type: 'validation' }, { type: 'validation', message: 'Bad' }],
  ['Cloudflare', { success: false, errors: [{ code: 1, message: 'Bad' }] }, { message: 'Bad' }],
  ['FastAPI', { detail: 'Bad' }, { message: 'Bad' }],
  ['a proxy that answers with text', 'Bad\n', { message: 'Bad' }],
  ['a proxy that answers with HTML', '<html>Bad</html>', undefined],
  ['an empty error', {}, undefined],
])('the error of %s is read', (_name, response, expected) => {
  expect(failed(response)).toStrictEqual({
    protocol: 'openai-chat',
    operation: 'chat',
    model: 'm',
    tools: [],
    messages: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi' }] }],
    answers: [],
    ...(expected !== undefined && { error: expected }),
  })
})

test('a success is no error, even if it has a message', () => {
  const answer = { choices: [{ message: { role: 'assistant', content: 'Hi' } }], message: 'note', error: null }
  expect(read(REQUEST, answer)).not.toHaveProperty('error')
})
