import { expect, test } from 'vitest'
import { pointToServer } from './point-to-server.ts'
import { resolveRoutes } from './routes.ts'

const routes = resolveRoutes({ gateway: 'https://gateway.test/llm/' })
const GEMINI = 'https://generativelanguage.googleapis.com'

function headersOf(headers: Record<string, string>): Record<string, string> {
  const answer = new Response('body', { status: 201, headers })
  return Object.fromEntries(pointToServer(answer, 'http://127.0.0.1:4000/@a', routes).headers)
}

test.each([
  ['x-goog-upload-url', `${GEMINI}/upload/v1beta/files?upload_id=1`, '/gemini/upload/v1beta/files?upload_id=1'],
  ['location', 'https://eu-aiplatform.googleapis.com/v1/jobs/1', '/vertex/eu/v1/jobs/1'],
  ['location', 'https://my-company.openai.azure.com/files/1#a', '/azure/my-company/files/1#a'],
  ['location', 'https://gateway.test/llm?page=2', '/gateway?page=2'],
])('the header %s with %s leads back to the server', (name, value, path) => {
  expect(headersOf({ [name]: value })).toEqual({
    'content-type': 'text/plain;charset=UTF-8',
    [name]: `http://127.0.0.1:4000/@a${path}`,
  })
})

test('each address of a list of links leads back to the server', () => {
  const link = `<${GEMINI}/v1/models?page=2>; rel="next", <https://other.test/>; rel="help"`
  expect(headersOf({ link }).link).toBe(
    '<http://127.0.0.1:4000/@a/gemini/v1/models?page=2>; rel="next", <https://other.test/>; rel="help"',
  )
})

test.each([
  ['location', 'https://generativelanguage.googleapis.com.evil.test/v1'],
  ['location', 'https://openai.azure.com/files/1'],
  ['location', 'https://gateway.test/llm-2'],
  ['location', '/v1/files/1'],
  ['x-other', `${GEMINI}/v1`],
])('the header %s with %s stays as it is, and so does the whole answer', (name, value) => {
  const answer = new Response(null, { headers: { [name]: value } })
  expect(pointToServer(answer, 'http://127.0.0.1:4000', routes)).toBe(answer)
})
