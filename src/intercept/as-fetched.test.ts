import { expect, test } from 'vitest'
import { asFetched } from './as-fetched.ts'

test('a response has the type and the reason phrase of one that fetch received, and so have its clones', async () => {
  const response = asFetched(new Response('body', { status: 404 }), 'basic')
  Object.defineProperties(response, {
    url: { value: 'https://a.test/', configurable: true },
    redirected: { value: true },
  })
  const clone = response.clone().clone()
  const facts = ({ type, status, statusText, url, redirected }: Response) => ({
    type,
    status,
    statusText,
    url,
    redirected,
  })
  const expected = { type: 'basic', status: 404, statusText: 'Not Found', url: 'https://a.test/', redirected: true }
  expect([facts(response), facts(clone)]).toEqual([expected, expected])
  expect([await response.text(), await clone.text()]).toEqual(['body', 'body'])
})

test('a recorded reason phrase is kept, and an unknown status has none', () => {
  expect(asFetched(new Response(null, { status: 200, statusText: 'Fine' }), 'cors').statusText).toBe('Fine')
  expect(asFetched(new Response(null, { status: 599 }), 'cors')).toMatchObject({ statusText: '', type: 'cors' })
})
